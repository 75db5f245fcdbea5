package ai.rhesis.backend.trace.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a message, sorted into text, reasoning, calls of tools, their results, and the rest.
final class Parts {

    static final int MAX_PARTS = 1_000;

    private final List<String> texts = new ArrayList<>();
    private final List<String> thoughts = new ArrayList<>();
    private final List<ToolCall> calls = new ArrayList<>();
    private final List<ToolResult> results = new ArrayList<>();
    private final List<JsonNode> others = new ArrayList<>();

    /// Adds a text, a part or a list of parts.
    Parts add(@Nullable JsonNode content) {
        if (content == null || content.isNull()) {
            return this;
        }
        JsonNode value = partsOf(content);
        if (value.isArray()) {
            value.valueStream().limit(MAX_PARTS).forEach(this::addPart);
        } else {
            addPart(value);
        }
        return this;
    }

    Parts addReasoning(@Nullable JsonNode thought) {
        if (thought != null && thought.isString()) {
            addText(thoughts, thought);
        }
        return this;
    }

    Parts addCalls(@Nullable JsonNode list) {
        JsonNode value = list == null ? Json.array() : Json.parsed(list);
        value.valueStream().limit(MAX_PARTS).forEach(this::addCall);
        return this;
    }

    Parts addCall(@Nullable JsonNode told) {
        ToolCall call = told == null ? null : ToolCallReader.of(Json.parsed(told));
        if (call != null && calls.size() < MAX_PARTS && !calls.contains(call)) {
            calls.add(call);
        }
        return this;
    }

    SpanMessage message(String role, @Nullable String callId) {
        if (results.size() == 1 && texts.isEmpty() && others.isEmpty()) {
            ToolResult only = results.getFirst();
            return new SpanMessage("tool", only.content(), thought(), calls, callId == null ? only.callId() : callId);
        }
        return new SpanMessage(role, content(), thought(), calls, callId);
    }

    /// Returns parts where a text is a list of them, and otherwise the text: an answer that happens to be JSON is one.
    private static JsonNode partsOf(JsonNode content) {
        JsonNode parsed = content.isString() ? Json.parsed(content) : content;
        boolean parts =
                parsed.isArray() && !parsed.isEmpty() && parsed.valueStream().allMatch(Parts::isPart);
        return content.isString() && !parts ? content : parsed;
    }

    private static boolean isPart(JsonNode value) {
        return value.path("type").isString() || value.has("message_content");
    }

    private void addPart(JsonNode told) {
        JsonNode part = told.path("message_content").isObject() ? told.get("message_content") : told;
        if (part.isValueNode()) {
            addText(texts, part);
            return;
        }
        switch (kind(told, part)) {
            case "text", "input_text", "output_text" -> addText(texts, Json.first(part, "content", "text"));
            case "reasoning", "thinking" -> addText(thoughts, Json.first(part, "content", "text", "thinking"));
            case "tool_call", "tool_use", "function_call", "server_tool_call" -> addCall(told);
            case "tool_call_response", "tool_result", "function_call_output", "server_tool_call_response" ->
                results.add(ToolResult.of(part));
            case "blob" -> others.add(withoutBytes(part));
            default -> others.add(part);
        }
    }

    private static String kind(JsonNode told, JsonNode part) {
        if (told.has("tool_call") || part.has("functionCall")) {
            return "tool_call";
        }
        if (part.has("functionResponse")) {
            return "tool_result";
        }
        return part.path("type")
                .asString(part.path("text").isString() ? "text" : "")
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
    }

    private static void addText(List<String> list, @Nullable JsonNode text) {
        if (text != null && !text.isNull()) {
            list.add(text.isString() ? text.stringValue() : text.toString());
        }
    }

    private static JsonNode withoutBytes(JsonNode part) {
        ObjectNode shown = Json.object();
        part.properties().stream()
                .filter(field -> !"content".equals(field.getKey()))
                .forEach(field -> shown.set(field.getKey(), field.getValue()));
        return shown;
    }

    private @Nullable String thought() {
        return thoughts.isEmpty() ? null : String.join("\n", thoughts);
    }

    private @Nullable JsonNode content() {
        if (others.isEmpty() && results.isEmpty()) {
            String text = String.join("\n", texts);
            return text.isEmpty() ? null : Json.text(text);
        }
        ArrayNode list = Json.array();
        texts.forEach(text -> list.add(Json.object().put("type", "text").put("text", text)));
        results.forEach(result -> list.add(result.toJson()));
        list.addAll(others);
        return list;
    }
}
