package ai.rhesis.backend.trace.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The OpenInference conventions by Arize, whose lists are flattened into keys.
final class OpenInference implements Convention {

    private static final String KIND = "openinference.span.kind";
    private static final String[] OWN_NAMES = {
        KIND,
        "input.value",
        "output.value",
        "llm.model_name",
        "llm.input_messages.0.message.role",
        "llm.output_messages.0.message.role",
        "llm.token_count.prompt",
        "retrieval.documents.0.document.content"
    };

    @Override
    public String code() {
        return "openinference";
    }

    @Override
    public boolean knows(SpanFacts span) {
        return span.attributes().has(OWN_NAMES);
    }

    @Override
    public void read(SpanFacts span, ReadingDraft draft) {
        Attributes told = span.attributes();
        draft.operation(Operations.of(told.name(KIND)))
                .model(
                        told.name("llm.provider", "llm.system"),
                        told.name(
                                "llm.response.model_name",
                                "llm.model_name",
                                "llm.request.model_name",
                                "embedding.model_name",
                                "reranker.model_name"))
                .tokens(
                        told.count("llm.token_count.prompt"),
                        told.count("llm.token_count.completion"),
                        told.count("llm.token_count.total"))
                .cost(told.amount("llm.cost.total"));
        readTool(told, draft);
        readMessages(told, draft);
        OpenInferenceDocuments.read(told, draft);
        draft.input(value(told, "input"));
        // the output of an embedding is nothing but its vectors
        if (!draft.isOperation(Operations.EMBEDDING)) {
            draft.output(value(told, "output"));
        }
    }

    private static void readTool(Attributes told, ReadingDraft draft) {
        String name = told.name("tool.name");
        if (draft.isOperation(Operations.TOOL) && name != null) {
            JsonNode arguments = told.json("input.value", "tool.parameters");
            draft.execution(
                    new ToolCall(told.name("tool.id", "tool_call.id"), name, arguments, told.json("output.value")));
        }
    }

    private static void readMessages(Attributes told, ReadingDraft draft) {
        draft.input(SpanMessage.shown(MessageReader.all(told.below("llm.input_messages"), "user")))
                .input(SpanMessage.shown(texts(told.below("llm.prompts"), "prompt", "user")));
        draft.output(MessageReader.all(told.below("llm.output_messages"), "assistant"))
                .output(texts(told.below("llm.choices"), "completion", "assistant"));
    }

    /// Reads the prompts or completions of a model that completes a text.
    private static List<SpanMessage> texts(@Nullable JsonNode list, String key, String role) {
        return list == null || !list.isArray()
                ? List.of()
                : list.valueStream()
                        .limit(MessageReader.MAX_MESSAGES)
                        .map(item -> item.path(key).has("text") ? item.path(key).path("text") : item)
                        .map(item -> MessageReader.one(item, role))
                        .filter(message -> !message.isEmpty())
                        .toList();
    }

    /// Returns a value as what its type says: a text, or JSON in a text.
    private static @Nullable JsonNode value(Attributes told, String side) {
        boolean plain = "text/plain".equals(told.name(side + ".mime_type"));
        return plain ? told.value(side + ".value") : told.json(side + ".value");
    }
}
