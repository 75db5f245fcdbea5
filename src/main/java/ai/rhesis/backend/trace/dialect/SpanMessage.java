package ai.rhesis.backend.trace.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A message to or from a model, in the one form in which all conventions are shown.
///
/// @param content a text, or a list of parts where it is more than that
/// @param reasoning what the model thought before it answered
/// @param calls tools that the message asks for
/// @param callId the call whose result the message is
record SpanMessage(
        String role,
        @Nullable JsonNode content,
        @Nullable String reasoning,
        List<ToolCall> calls,
        @Nullable String callId) {

    private static final List<String> SPEAKERS = List.of("user", "assistant");

    /// Returns a message of nothing but a text.
    static SpanMessage of(String role, String text) {
        return new SpanMessage(role, Json.text(text), null, List.of(), null);
    }

    boolean isEmpty() {
        return content == null && reasoning == null && calls.isEmpty();
    }

    /// Returns messages as they are shown: one that is just what a user or model said as its text, all others as a
    /// list.
    static @Nullable JsonNode shown(List<SpanMessage> messages) {
        if (messages.isEmpty()) {
            return null;
        }
        SpanMessage only = messages.getFirst();
        if (messages.size() == 1 && only.isPlain()) {
            return only.content();
        }
        ArrayNode list = Json.array();
        messages.forEach(message -> list.add(message.toJson()));
        return list;
    }

    private boolean isPlain() {
        return content != null
                && content.isString()
                && reasoning == null
                && calls.isEmpty()
                && callId == null
                && SPEAKERS.contains(role);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("role", role);
        if (callId != null) {
            json.put("tool_call_id", callId);
        }
        if (reasoning != null) {
            json.put("reasoning", reasoning);
        }
        if (content != null) {
            json.set("content", content);
        }
        if (!calls.isEmpty()) {
            ArrayNode asked = json.putArray("tool_calls");
            calls.forEach(call -> asked.add(call.toJson()));
        }
        return json;
    }
}
