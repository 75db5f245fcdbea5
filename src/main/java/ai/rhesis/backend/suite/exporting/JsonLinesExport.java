package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The export as JSON lines: one test a line, as the body that would create it.
record JsonLinesExport(OutputStream out, JsonMapper json) implements Export {

    @Override
    public void begin(TestSetView set) {
        // lines have no head
    }

    @Override
    public void write(TestCaseView test) throws IOException {
        out.write(json.writeValueAsBytes(new ExportedTestCase(test).body()));
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
