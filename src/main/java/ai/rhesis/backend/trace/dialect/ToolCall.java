package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A call of a tool.
///
/// @param arguments JSON where the sender's text can be read as such, else the text
/// @param result null where the span does not tell it
public record ToolCall(
        @Nullable String id,
        String name,
        @Nullable JsonNode arguments,
        @Nullable JsonNode result) {

    /// Returns the call as JSON, without the keys that the span does not tell.
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (id != null) {
            json.put("id", id);
        }
        json.put("name", name);
        if (arguments != null) {
            json.set("arguments", arguments);
        }
        if (result != null) {
            json.set("result", result);
        }
        return json;
    }
}
