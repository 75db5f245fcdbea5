package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A part of a message that answers a call of a tool.
record ToolResult(@Nullable String callId, @Nullable JsonNode content) {

    static ToolResult of(JsonNode part) {
        JsonNode google = part.path("functionResponse");
        JsonNode told = google.isObject() ? google : part;
        return new ToolResult(
                Json.firstName(told, "id", "tool_call_id", "tool_use_id", "toolCallId", "call_id"),
                value(Json.first(told, "response", "result", "output", "content", "server_tool_call_response")));
    }

    /// Returns the value that the AI SDK wraps as `{type, value}`, and lists of one text as that text.
    private static @Nullable JsonNode value(@Nullable JsonNode told) {
        if (told == null) {
            return null;
        }
        JsonNode wrapped = told.path("type").isString() ? told.get("value") : null;
        if (wrapped != null) {
            return wrapped;
        }
        boolean text = told.size() == 1 && told.path(0).path("text").isString();
        return text ? told.path(0).get("text") : told;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", "tool_result");
        if (callId != null) {
            json.put("tool_call_id", callId);
        }
        if (content != null) {
            json.set("content", content);
        }
        return json;
    }
}
