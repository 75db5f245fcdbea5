package ai.rhesis.backend.support;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// What the server answered.
public record Answer(int status, HttpHeaders headers, JsonNode json) {

    /// The text at a dotted path such as `detail.0.loc.1`; null where there is none.
    public @Nullable String text(String path) {
        JsonNode node = at(path);
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }

    public JsonNode at(String path) {
        return json.at("/" + path.replace('.', '/'));
    }

    public String id() {
        return json.path("id").asString();
    }

    /// The values of one key over all items of the array that was answered.
    public List<String> texts(String key) {
        return texts(json, key);
    }

    /// The values of one key over all items of the array at a dotted path.
    public List<String> texts(String path, String key) {
        return texts(at(path), key);
    }

    private static List<String> texts(JsonNode array, String key) {
        return array.valueStream().map(item -> item.path(key).asString()).toList();
    }

    public int size() {
        return json.size();
    }

    public long total() {
        return Long.parseLong(String.valueOf(header("X-Total-Count")));
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    /// The fields that a 422 names, such as `body.name`.
    public List<String> badFields() {
        return StreamSupport.stream(json.path("detail").spliterator(), false)
                .map(violation -> String.join(
                        ".",
                        StreamSupport.stream(violation.path("loc").spliterator(), false)
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
    }
}
