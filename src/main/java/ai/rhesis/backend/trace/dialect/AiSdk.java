package ai.rhesis.backend.trace.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The `ai.*` conventions of the AI SDK by Vercel.
///
/// Its spans come in pairs: `ai.generateText` around one `ai.generateText.doGenerate` per call of the model. The outer
/// one repeats the tokens of the inner ones.
final class AiSdk implements Convention {

    private static final String[] CONVERSATION = {
        "ai.telemetry.metadata.sessionId",
        "ai.telemetry.metadata.session_id",
        "ai.telemetry.metadata.conversationId",
        "ai.telemetry.metadata.threadId",
        "ai.telemetry.metadata.chatId"
    };

    @Override
    public String code() {
        return "ai_sdk";
    }

    @Override
    public boolean knows(SpanFacts span) {
        return span.attributes().has("ai.operationId", "ai.toolCall.name", "ai.model.id", "ai.prompt.messages");
    }

    @Override
    public void read(SpanFacts span, ReadingDraft draft) {
        Attributes told = span.attributes();
        String operation = told.name("ai.operationId") == null ? span.name() : told.name("ai.operationId");
        if (operation == null || operation.startsWith("ai.toolCall")) {
            readTool(told, draft);
        } else {
            draft.operation(operation(operation));
            readCall(told, draft);
            if (!operation.contains(".do")) {
                draft.repeatsUsage();
            }
        }
        draft.conversation(told.name(CONVERSATION))
                .user(told.name("ai.telemetry.metadata.userId", "ai.telemetry.metadata.user_id"));
    }

    private static String operation(String id) {
        if (id.startsWith("ai.embed")) {
            return Operations.EMBEDDING;
        }
        if (id.startsWith("ai.rerank")) {
            return Operations.RERANK;
        }
        return id.contains(".do") ? Operations.LLM : Operations.AGENT;
    }

    private static void readTool(Attributes told, ReadingDraft draft) {
        draft.operation(Operations.TOOL);
        String name = told.name("ai.toolCall.name");
        if (name != null) {
            draft.execution(new ToolCall(
                    told.name("ai.toolCall.id"),
                    name,
                    told.json("ai.toolCall.args", "ai.toolCall.input"),
                    told.json("ai.toolCall.result", "ai.toolCall.output")));
        }
    }

    private static void readCall(Attributes told, ReadingDraft draft) {
        draft.model(provider(told.name("ai.model.provider")), told.name("ai.response.model", "ai.model.id"))
                .tokens(
                        told.count("ai.usage.inputTokens", "ai.usage.promptTokens", "ai.usage.tokens"),
                        told.count("ai.usage.outputTokens", "ai.usage.completionTokens"),
                        told.count("ai.usage.totalTokens", "ai.usage.tokens"))
                .input(SpanMessage.shown(MessageReader.all(told.value("ai.prompt.messages"), "user")))
                .input(SpanMessage.shown(prompt(told.json("ai.prompt"))))
                .input(values(told));
        SpanMessage answer = answer(told);
        draft.output(answer.isEmpty() ? List.of() : List.of(answer))
                .output(told.json("ai.response.object", "ai.result.object"))
                .output(told.json("ai.ranking"));
    }

    /// Returns the provider without the kind of its API: `openai` for `openai.chat`.
    private static @Nullable String provider(@Nullable String told) {
        return told == null || told.indexOf('.') < 1 ? told : told.substring(0, told.indexOf('.'));
    }

    /// Reads what an application passed in: `{system, prompt}`, `{system, messages}` or a text.
    private static List<SpanMessage> prompt(@Nullable JsonNode told) {
        if (told == null || !told.isObject() || told.has("role")) {
            return MessageReader.all(told, "user");
        }
        return List.of(
                        MessageReader.all(told.get("system"), "system"),
                        MessageReader.all(told.get("messages"), "user"),
                        MessageReader.all(told.get("prompt"), "user"))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static SpanMessage answer(Attributes told) {
        return new Parts()
                .add(told.value("ai.response.text", "ai.result.text"))
                .addReasoning(told.value("ai.response.reasoning"))
                .addCalls(told.value("ai.response.toolCalls", "ai.result.toolCalls"))
                .message("assistant", null);
    }

    /// Returns the texts that are embedded, of which each is JSON in a text.
    private static @Nullable JsonNode values(Attributes told) {
        JsonNode one = told.value("ai.value");
        JsonNode many = told.json("ai.values", "ai.documents");
        if (one != null || many == null || !many.isArray()) {
            return one == null ? many : Json.unquoted(one);
        }
        JsonNode list =
                Json.array().addAll(many.valueStream().map(Json::unquoted).toList());
        return list.size() == 1 ? list.path(0) : list;
    }
}
