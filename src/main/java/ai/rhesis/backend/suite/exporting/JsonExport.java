package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testset.TestSet;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// The export as JSON: the body that would create the set with its tests by `POST /test_sets/bulk`.
final class JsonExport implements Export {

    private final JsonGenerator document;

    JsonExport(OutputStream out, JsonMapper json) {
        document = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
    }

    @Override
    public void begin(TestSetView view) {
        TestSet set = view.set();
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("name", set.getName());
        head.put("description", set.getDescription());
        head.put("short_description", set.getShortDescription());
        head.put(
                "test_set_type",
                view.testSetType() == null ? null : view.testSetType().typeValue());
        head.put("priority", set.getPriority());
        head.put(
                "tags",
                view.attached().tags().isEmpty()
                        ? null
                        : view.attached().tags().stream()
                                .map(TagReference::name)
                                .toList());
        head.put("attributes", set.getAttributes());
        document.writeStartObject();
        ExportedTestCase.present(head).forEach(document::writePOJOProperty);
        document.writeArrayPropertyStart("tests");
    }

    @Override
    public void write(TestCaseView test) {
        document.writePOJO(new ExportedTestCase(test).body());
    }

    @Override
    public void flush() {
        document.flush();
    }

    @Override
    public void end() {
        document.writeEndArray();
        document.writeEndObject();
        document.close();
    }
}
