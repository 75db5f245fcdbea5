package ai.rhesis.backend.run.testresult;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Results as one array of the objects that `/test_results` answers.
final class RunArray implements RunFile.Lines {

    private final JsonGenerator array;

    RunArray(OutputStream out, JsonMapper json) {
        array = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
        array.writeStartArray();
    }

    @Override
    public void write(TestResultView result) {
        array.writePOJO(TestResultResponse.of(result));
    }

    @Override
    public void flush() {
        array.flush();
    }

    @Override
    public void end() {
        array.writeEndArray();
        array.close();
    }
}
