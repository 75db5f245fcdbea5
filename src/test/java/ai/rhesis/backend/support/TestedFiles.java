package ai.rhesis.backend.support;

import java.util.Base64;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// Files that are attached to tests, and found again where a system under test received them.
public final class TestedFiles {

    /// A mapping that sends the files beside the input.
    public static final Map<String, Object> MAPPING = Map.of("input", "{{ input }}", "files", "{{ files }}");

    private final Api api;

    public TestedFiles(Api api) {
        this.api = api;
    }

    /// An endpoint that is sent `{"input": …, "files": …}` and answers `{"output": …}`.
    public String endpoint(String type, String url) {
        return endpoint(type, url, MAPPING);
    }

    public String endpoint(String type, String url, Map<String, ?> mapping) {
        return new Runs(api).endpoint("Reader of files", type, url, mapping);
    }

    /// Attaches a file and answers its id.
    public String attach(String test, String filename, byte[] content) {
        Answer uploaded = api.upload("/files?entity_type=Test&entity_id=" + test, Map.of(filename, content));
        if (uploaded.status() != 200) {
            throw new AssertionError("not attached: " + uploaded);
        }
        return String.valueOf(uploaded.text("0.id"));
    }

    /// Bytes that no text has, the same ones for a seed.
    public static byte[] bytes(int length, long seed) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }

    /// The content of the first file that a call brought.
    public static byte[] first(FakeTarget.Call call) {
        return content(call.json().path("files").path(0));
    }

    /// The content of a file as the target got it.
    public static byte[] content(JsonNode file) {
        return Base64.getDecoder().decode(file.path("data").asString());
    }
}
