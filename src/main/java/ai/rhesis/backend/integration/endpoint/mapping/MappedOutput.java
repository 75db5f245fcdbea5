package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outputs that a mapping found in an answer, by their names.
///
/// Context is a list and metadata an object, whatever the answer has; outputs of other names go into the metadata.
record MappedOutput(Map<String, @Nullable Object> found, Document document) {

    static final String OUTPUT = "output";
    static final List<String> KNOWN = List.of(
            OUTPUT, "conversation_id", "session_id", "thread_id", "chat_id", "context", "metadata", "tool_calls");

    private static final String USAGE = "usage";
    private static final JsonMapper JSON = JsonMapper.shared();

    Answer answer() {
        Object toolCalls = found.get("tool_calls");
        return new Answer(
                output(found.get(OUTPUT)),
                conversation(),
                context(found.get("context")),
                metadata(),
                toolCalls == null ? null : Values.toJson(toolCalls),
                usage());
    }

    private static @Nullable String output(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list when list.size() == 1 -> output(list.getFirst());
            case List<?> list when list.isEmpty() -> null;
            default -> Variables.textOf(value);
        };
    }

    private @Nullable String conversation() {
        return Variables.CONVERSATION.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Variables::textOf)
                .orElse(null);
    }

    private static @Nullable JsonNode context(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> Values.toJson(list);
            case String text when parsed(text) instanceof List<?> list -> Values.toJson(list);
            default -> Values.toJson(List.of(value));
        };
    }

    private @Nullable JsonNode metadata() {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        found.forEach((name, value) -> {
            if (!KNOWN.contains(name) && value != null) {
                metadata.put(name, value);
            }
        });
        Object given = found.get("metadata");
        Object read = given instanceof String text && parsed(text) instanceof Map<?, ?> map ? map : given;
        if (read instanceof Map<?, ?> map) {
            map.forEach((name, value) -> metadata.put(String.valueOf(name), value));
        } else if (read != null) {
            metadata.put("value", read);
        }
        return metadata.isEmpty() ? null : Values.toJson(metadata);
    }

    private static @Nullable Object parsed(String text) {
        try {
            return Values.of(JSON.readTree(text));
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private Usage usage() {
        List<@Nullable Object> places = new ArrayList<>();
        places.add(found.get(USAGE));
        places.add(document.variables().get(USAGE));
        places.add(document.variables().get("usageMetadata"));
        for (Object place : places) {
            if (place instanceof Map<?, ?> usage) {
                return new Usage(
                        tokens(usage, "prompt_tokens", "input_tokens", "promptTokenCount"),
                        tokens(usage, "completion_tokens", "output_tokens", "candidatesTokenCount"),
                        null);
            }
        }
        return Usage.UNKNOWN;
    }

    private static @Nullable Integer tokens(Map<?, ?> usage, String... names) {
        for (String name : names) {
            if (usage.get(name) instanceof Number number) {
                return Usage.tokens(number.longValue());
            }
        }
        return null;
    }
}
