package ai.rhesis.backend.trace.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The spans of LiteLLM, which follow the OpenTelemetry conventions of their day with additions of their own: the
/// cost, the metadata of the proxy, and calls of tools as if each were a completion.
final class LiteLlm implements Convention {

    private static final String RAW_REQUEST = "raw_gen_ai_request";
    private static final Set<String> NAMES = Set.of("litellm_request", RAW_REQUEST, "Received Proxy Server Request");
    private static final String[] OWN_NAMES = {
        "hidden_params", "gen_ai.cost.total_cost", "metadata.user_api_key_hash", "metadata.requester_ip_address"
    };

    @Override
    public String code() {
        return "litellm";
    }

    @Override
    public boolean knows(SpanFacts span) {
        return "litellm".equals(span.scope())
                || NAMES.contains(span.name())
                || span.attributes().has(OWN_NAMES);
    }

    @Override
    public void read(SpanFacts span, ReadingDraft draft) {
        Attributes told = span.attributes();
        draft.operation(Operations.of(told.name("gen_ai.operation.name")))
                .operation(Operations.of(told.name("llm.request.type")))
                .cost(told.amount("gen_ai.cost.total_cost"))
                .cost(hiddenCost(told.json("hidden_params")))
                .tokens(null, null, told.count("gen_ai.usage.total_tokens", "llm.usage.total_tokens"))
                .user(told.name("metadata.user_api_key_end_user_id", "llm.user"))
                .conversation(told.name("metadata.session_id", "metadata.litellm_session_id"));
        if (!told.has("gen_ai.input.messages")) {
            draft.input(SpanMessage.shown(MessageReader.all(told.below("gen_ai.prompt"), "user")));
        }
        if (!told.has("gen_ai.output.messages")) {
            draft.output(answers(told.below("gen_ai.completion")));
        }
        if (RAW_REQUEST.equals(span.name())) {
            readRaw(told, draft);
        }
    }

    private static @Nullable Double hiddenCost(@Nullable JsonNode parameters) {
        return parameters == null ? null : TokenCounts.amount(parameters.get("response_cost"));
    }

    /// Reads completions, of which those that hold nothing but a call belong to the one before.
    private static List<SpanMessage> answers(@Nullable JsonNode completions) {
        List<SpanMessage> answers = new ArrayList<>();
        for (SpanMessage told : MessageReader.all(completions, "assistant")) {
            if (answers.isEmpty() || told.content() != null) {
                answers.add(told);
            } else {
                answers.add(withCalls(answers.removeLast(), told.calls()));
            }
        }
        return answers;
    }

    private static SpanMessage withCalls(SpanMessage answer, List<ToolCall> more) {
        List<ToolCall> calls = new ArrayList<>(answer.calls());
        calls.addAll(more);
        return new SpanMessage(answer.role(), answer.content(), answer.reasoning(), calls, answer.callId());
    }

    /// Reads the request as it went to the provider, whose attributes are `llm.<provider>.<field>`. Its tokens are
    /// those of the span around it.
    private static void readRaw(Attributes told, ReadingDraft draft) {
        draft.operation(Operations.LLM).repeatsUsage();
        for (Map.Entry<String, JsonNode> attribute : told.told().properties()) {
            String[] path = attribute.getKey().split("\\.", 3);
            if (path.length == 3 && "llm".equals(path[0])) {
                readRaw(path[1], path[2], attribute.getValue(), draft);
            }
        }
    }

    private static void readRaw(String provider, String field, JsonNode value, ReadingDraft draft) {
        switch (field) {
            case "messages", "input", "contents" -> draft.input(Json.parsed(value));
            case "choices", "output", "content", "candidates" -> draft.output(Json.parsed(value));
            case "model" -> draft.model(provider, Json.name(value));
            default -> {
                // parameters of the request and the response
            }
        }
    }
}
