package ai.rhesis.backend.trace.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The reader of messages in the forms of the model providers, frameworks and conventions.
final class MessageReader {

    static final int MAX_MESSAGES = 1_000;

    private static final Map<String, String> ROLES =
            Map.of("human", "user", "ai", "assistant", "model", "assistant", "function", "tool", "developer", "system");

    private MessageReader() {}

    /// Reads a list of messages, or one.
    ///
    /// @param speaker the role of messages that tell none
    static List<SpanMessage> all(@Nullable JsonNode told, String speaker) {
        if (told == null) {
            return List.of();
        }
        JsonNode value = Json.parsed(told);
        return items(value)
                .limit(MAX_MESSAGES)
                .map(item -> one(item, speaker))
                .filter(message -> !message.isEmpty())
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream();
        }
        List<JsonNode> whole = value.isString() ? Json.beginning(value.stringValue()) : List.of();
        return whole.isEmpty() ? Stream.of(value) : whole.stream();
    }

    static SpanMessage one(JsonNode told, String speaker) {
        JsonNode value = inner(Json.parsed(told));
        if (!value.isObject()) {
            return new Parts().add(value).message(speaker, null);
        }
        Parts parts = new Parts()
                .add(value.get("parts"))
                .add(value.get("content"))
                .add(value.get("contents"))
                .addReasoning(Json.first(value, "reasoning_content", "reasoning"))
                .addCalls(Json.first(value, "tool_calls", "toolCalls"))
                .addCall(Json.first(value, "function_call", "functionCall"))
                .addCall(legacyCall(value));
        return parts.message(role(value, speaker), Json.firstName(value, "tool_call_id", "toolCallId"));
    }

    /// Returns the message of a choice, or of an entry that names its fields `message.role` and so on.
    private static JsonNode inner(JsonNode value) {
        JsonNode message = value.path("message");
        return message.isObject() ? message : value;
    }

    private static @Nullable JsonNode legacyCall(JsonNode value) {
        return value.has("function_call_name") ? value : null;
    }

    private static String role(JsonNode value, String speaker) {
        String told = Objects.requireNonNullElse(Json.firstName(value, "role", "type"), speaker)
                .toLowerCase(Locale.ROOT);
        return ROLES.getOrDefault(told, "message".equals(told) ? speaker : told);
    }
}
