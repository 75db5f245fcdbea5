package ai.rhesis.backend.trace.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The conventions of the Rhesis SDK, which the spans of our own calls follow too.
final class RhesisSdk implements Convention {

    private static final Map<String, String> OPERATIONS_BY_NAME = Map.ofEntries(
            Map.entry("ai.llm.invoke", Operations.LLM),
            Map.entry("ai.tool.invoke", Operations.TOOL),
            Map.entry("ai.retrieval", Operations.RETRIEVAL),
            Map.entry("ai.embedding.generate", Operations.EMBEDDING),
            Map.entry("ai.rerank", Operations.RERANK),
            Map.entry("ai.evaluation", Operations.EVALUATION),
            Map.entry("ai.guardrail", Operations.GUARDRAIL),
            Map.entry("ai.transform", Operations.TRANSFORM),
            Map.entry("ai.agent.invoke", Operations.AGENT),
            Map.entry("ai.agent.handoff", "agent.handoff"));
    private static final String[] OWN_NAMES = {
        "ai.operation.type",
        "ai.model.name",
        "ai.llm.tokens.input",
        "ai.llm.tokens.output",
        "ai.llm.tokens.total",
        "ai.tool.name",
        "ai.agent.name",
        "ai.agent.input",
        "function.name",
        "function.args",
        "function.kwargs",
        "function.result",
        "rhesis.conversation.input",
        "rhesis.conversation.output"
    };
    private static final List<String> EVENTS = List.of(
            "ai.prompt", "ai.completion", "ai.tool.input", "ai.tool.output", "ai.agent.input", "ai.agent.output");

    @Override
    public String code() {
        return "rhesis";
    }

    @Override
    public boolean knows(SpanFacts span) {
        return span.name().startsWith("function.")
                || OPERATIONS_BY_NAME.containsKey(span.name())
                || span.attributes().has(OWN_NAMES)
                || span.hasEvent(EVENTS);
    }

    @Override
    public void read(SpanFacts span, ReadingDraft draft) {
        Attributes told = span.attributes();
        draft.operation(Operations.of(told.name("ai.operation.type")))
                .operation(OPERATIONS_BY_NAME.get(span.name()))
                .model(
                        told.name("ai.model.provider"),
                        told.name("ai.model.name", "ai.embedding.model", "ai.rerank.model"))
                .tokens(
                        told.count("ai.llm.tokens.input"),
                        told.count("ai.llm.tokens.output"),
                        told.count("ai.llm.tokens.total"));
        if (draft.isOperation(Operations.TOOL)) {
            readTool(span, draft);
        }
        readAgent(span, draft);
        readModel(span, draft);
        draft.input(said(span, "ai.retrieval.query"))
                .output(said(span, "ai.retrieval.results"))
                .input(told.value("rhesis.conversation.input"))
                .output(told.json("rhesis.conversation.output"))
                .input(RhesisFunction.input(told))
                .output(RhesisFunction.output(told));
    }

    private static void readTool(SpanFacts span, ReadingDraft draft) {
        String name = span.attributes().name("ai.tool.name", "function.name");
        JsonNode arguments = said(span, "ai.tool.input");
        JsonNode result = said(span, "ai.tool.output");
        if (name != null) {
            draft.execution(new ToolCall(
                    null,
                    name,
                    arguments == null ? RhesisFunction.input(span.attributes()) : arguments,
                    result == null ? RhesisFunction.output(span.attributes()) : result));
        }
    }

    private static void readAgent(SpanFacts span, ReadingDraft draft) {
        draft.input(said(span, "ai.agent.input")).output(said(span, "ai.agent.output"));
    }

    private static void readModel(SpanFacts span, ReadingDraft draft) {
        List<SpanMessage> asked = span.events("ai.prompt")
                .filter(event -> event.has("ai.prompt.content"))
                .map(event -> SpanMessage.of(
                        Objects.requireNonNullElse(event.name("ai.prompt.role"), "user"),
                        Objects.requireNonNull(event.value("ai.prompt.content")).asString("")))
                .map(message -> MessageReader.one(message.toJson(), "user"))
                .toList();
        draft.input(SpanMessage.shown(asked));
        List<SpanMessage> answers = span.events("ai.completion")
                .map(event -> event.value("ai.completion.content"))
                .filter(Objects::nonNull)
                .map(RhesisSdk::answer)
                .toList();
        draft.output(answers);
    }

    /// Reads an answer. One that only asks for tools comes as `[Tool calls: name, name]`.
    private static SpanMessage answer(JsonNode content) {
        String text = content.asString("");
        if (!text.startsWith("[Tool calls: ") || !text.endsWith("]")) {
            return MessageReader.one(content, "assistant");
        }
        List<ToolCall> calls = Arrays.stream(
                        text.substring(13, text.length() - 1).split(", "))
                .filter(name -> !name.isBlank())
                .limit(ReadingDraft.MAX_TOOL_CALLS)
                .map(name -> new ToolCall(null, name, null, null))
                .toList();
        return new SpanMessage("assistant", null, null, calls, null);
    }

    /// Returns the content of an event, whose key is the name of the event, or of the attribute of that name.
    private static @Nullable JsonNode said(SpanFacts span, String name) {
        return span.events(name)
                .map(event -> event.json(name, name + ".content", "content"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> span.attributes().json(name));
    }
}
