package ai.rhesis.backend.trace.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The OpenLLMetry conventions by Traceloop: `traceloop.*` for the parts of an application, and `gen_ai.prompt.0.*`
/// for the messages to a model, until it moved to `gen_ai.input.messages`.
final class OpenLlmetry implements Convention {

    private static final String KIND = "traceloop.span.kind";
    private static final String ASSOCIATED = "traceloop.association.properties.";
    private static final List<String> FOUND = List.of("db.query.result", "db.search.result");
    private static final String[] OWN_NAMES = {
        KIND,
        "traceloop.entity.name",
        "traceloop.entity.path",
        "traceloop.entity.input",
        "traceloop.entity.output",
        "traceloop.workflow.name",
        "llm.request.type",
        "gen_ai.prompt.0.role",
        "gen_ai.prompt.0.content",
        "gen_ai.completion.0.role",
        "gen_ai.completion.0.content",
        "gen_ai.completion.0.tool_calls.0.name",
        "llm.prompts.0.content",
        "llm.vendor"
    };

    @Override
    public String code() {
        return "openllmetry";
    }

    @Override
    public boolean knows(SpanFacts span) {
        return span.attributes().has(OWN_NAMES) || span.hasEvent(FOUND);
    }

    @Override
    public void read(SpanFacts span, ReadingDraft draft) {
        Attributes told = span.attributes();
        draft.operation(operation(span))
                .model(told.name("llm.vendor"), told.name("llm.response.model", "llm.request.model"))
                .tokens(
                        told.count("llm.usage.prompt_tokens"),
                        told.count("llm.usage.completion_tokens"),
                        told.count("llm.usage.total_tokens"))
                .conversation(told.name(
                        ASSOCIATED + "session_id",
                        ASSOCIATED + "conversation_id",
                        ASSOCIATED + "thread_id",
                        ASSOCIATED + "chat_id"))
                .user(told.name(ASSOCIATED + "user_id"));
        if (draft.isOperation(Operations.TOOL)) {
            readTool(told, draft);
        }
        readMessages(told, draft);
        draft.output(OpenLlmetryEntity.documents(span, FOUND));
        if (!told.has("gen_ai.input.messages", "gen_ai.output.messages")) {
            draft.input(OpenLlmetryEntity.input(told)).output(OpenLlmetryEntity.output(told));
        }
    }

    private static @Nullable String operation(SpanFacts span) {
        Attributes told = span.attributes();
        String operation = Operations.of(told.name("gen_ai.operation.name"));
        String type = Operations.of(told.name("llm.request.type"));
        String kind = Operations.of(told.name(KIND));
        if (operation != null || type != null || kind != null) {
            return operation != null ? operation : type != null ? type : kind;
        }
        return span.hasEvent(FOUND) ? Operations.RETRIEVAL : null;
    }

    private static void readTool(Attributes told, ReadingDraft draft) {
        String name = told.name("gen_ai.tool.name", "traceloop.entity.name");
        if (name != null && !told.has("gen_ai.tool.call.arguments", "gen_ai.tool.call.result")) {
            draft.execution(new ToolCall(
                    told.name("gen_ai.tool.call.id"),
                    name,
                    OpenLlmetryEntity.input(told),
                    OpenLlmetryEntity.output(told)));
        }
    }

    private static void readMessages(Attributes told, ReadingDraft draft) {
        if (!told.has("gen_ai.input.messages")) {
            draft.input(SpanMessage.shown(MessageReader.all(told.below("gen_ai.prompt"), "user")))
                    .input(SpanMessage.shown(MessageReader.all(told.below("llm.prompts"), "user")));
        }
        if (!told.has("gen_ai.output.messages")) {
            draft.output(MessageReader.all(told.below("gen_ai.completion"), "assistant"));
            draft.output(MessageReader.all(told.below("llm.completions"), "assistant"));
        }
    }
}
