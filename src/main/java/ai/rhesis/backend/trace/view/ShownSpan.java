package ai.rhesis.backend.trace.view;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A span in the words of the Rhesis SDK, in which the frontend looks for inputs, outputs, models and tokens.
///
/// Spans of other conventions get these attributes and events from what was read in them. What the sender
/// told is never changed, and an event that was added says `derived`.
///
/// @param isTurn whether the span is a turn of a conversation
record ShownSpan(StoredSpan span, boolean isTurn) {

    ObjectNode attributes() {
        DerivedView derived = span.derived();
        ObjectNode shown = span.attributes();
        putAbsent(shown, "ai.operation.type", derived.operation());
        putAbsent(shown, "ai.model.provider", derived.provider());
        putAbsent(shown, "ai.model.name", derived.model());
        putAbsent(shown, "ai.llm.tokens.input", derived.inputTokens());
        putAbsent(shown, "ai.llm.tokens.output", derived.outputTokens());
        putAbsent(shown, "ai.llm.tokens.total", derived.totalTokens());
        switch (Work.of(derived.operation())) {
            case TOOL -> putAbsent(shown, "ai.tool.name", toolName());
            case AGENT -> putInputAndOutput(shown, "ai.agent.input", "ai.agent.output");
            case OTHER -> {
                if (!shown.has("function.kwargs")) {
                    putInputAndOutput(shown, "function.args", "function.result");
                }
            }
            case MODEL -> {}
        }
        if (isTurn) {
            putAbsent(shown, "rhesis.conversation.input", SpokenText.last(derived.input()));
            putAbsent(shown, "rhesis.conversation.output", SpokenText.last(derived.output()));
        }
        return shown;
    }

    ArrayNode events() {
        switch (Work.of(span.derived().operation())) {
            case MODEL -> addExchange();
            case TOOL -> {
                addIfAbsent("ai.tool.input", SpokenText.of(span.derived().input()));
                addIfAbsent("ai.tool.output", SpokenText.of(span.derived().output()));
            }
            case AGENT, OTHER -> {}
        }
        return span.events();
    }

    private void addExchange() {
        JsonNode input = span.derived().input();
        if (input != null && !has("ai.prompt")) {
            SpokenText.messages(input)
                    .forEach(message -> add("ai.prompt", span.startTime())
                            .put("ai.prompt.role", message.role())
                            .put("ai.prompt.content", message.text()));
        }
        String output = SpokenText.last(span.derived().output());
        if (output != null && !has("ai.completion")) {
            add("ai.completion", span.endTime()).put("ai.completion.content", output);
        }
    }

    private void addIfAbsent(String name, @Nullable String text) {
        if (text != null && !has(name)) {
            add(name, span.startTime()).put(name, text);
        }
    }

    private boolean has(String event) {
        return span.events()
                .valueStream()
                .anyMatch(one -> event.equals(one.path("name").asString("")));
    }

    private ObjectNode add(String name, Object time) {
        return span.events()
                .addObject()
                .put("name", name)
                .put("timestamp", time.toString())
                .put("derived", true)
                .putObject("attributes");
    }

    private void putInputAndOutput(ObjectNode shown, String input, String output) {
        putAbsent(shown, input, SpokenText.of(span.derived().input()));
        putAbsent(shown, output, SpokenText.of(span.derived().output()));
    }

    private @Nullable String toolName() {
        JsonNode calls = Objects.requireNonNullElse(span.derived().toolCalls(), JsonNodeFactory.instance.arrayNode());
        return calls.size() == 1 ? calls.path(0).path("name").asString(null) : null;
    }

    private static void putAbsent(ObjectNode shown, String name, @Nullable String value) {
        if (value != null && !shown.has(name)) {
            shown.put(name, value);
        }
    }

    private static void putAbsent(ObjectNode shown, String name, @Nullable Long value) {
        if (value != null && !shown.has(name)) {
            shown.put(name, value);
        }
    }

    /// The kinds of work that the frontend shows in their own ways.
    private enum Work {
        MODEL,
        TOOL,
        AGENT,
        OTHER;

        static Work of(@Nullable String operation) {
            return switch (operation) {
                case "llm.invoke" -> MODEL;
                case "tool.invoke" -> TOOL;
                case "agent.invoke" -> AGENT;
                case null, default -> OTHER;
            };
        }
    }
}
