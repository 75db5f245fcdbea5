package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The reader of tool calls in the forms of the model providers, frameworks and conventions.
final class ToolCallReader {

    private ToolCallReader() {}

    /// Returns the call, or null where it names no tool.
    static @Nullable ToolCall of(JsonNode told) {
        JsonNode call = inner(told, "tool_call", "functionCall", "message_content");
        JsonNode function = inner(call, "function");
        String name = Json.firstName(function, "name", "toolName", "tool_name", "function_call_name");
        if (name == null) {
            return null;
        }
        JsonNode arguments =
                Json.first(function, "arguments", "args", "input", "server_tool_call", "function_call_arguments_json");
        return new ToolCall(
                Json.firstName(call, "id", "toolCallId", "tool_call_id", "call_id"),
                name,
                arguments == null ? null : Json.parsed(arguments),
                null);
    }

    private static JsonNode inner(JsonNode value, String... keys) {
        JsonNode inner = Json.first(value, keys);
        return inner != null && inner.isObject() ? inner : value;
    }
}
