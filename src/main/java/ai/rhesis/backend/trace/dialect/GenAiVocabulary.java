package ai.rhesis.backend.trace.dialect;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The attributes that the OpenTelemetry conventions for generative AI have had in all versions, under each of their
/// names over time.
final class GenAiVocabulary {

    /// Operations whose tokens are those of the calls of models inside of them.
    private static final Set<String> AROUND_OTHERS = Set.of("invoke_agent", "invoke_workflow", "agent_step", "plan");

    private GenAiVocabulary() {}

    static void read(SpanFacts span, ReadingDraft draft) {
        Attributes told = span.attributes();
        String operation = told.name("gen_ai.operation.name");
        draft.operation(Operations.of(operation));
        if (operation != null && AROUND_OTHERS.contains(operation) && span.isInternal()) {
            draft.repeatsUsage();
        }
        readModel(told, draft);
        ToolCall execution = execution(told);
        if (execution != null && (execution.arguments() != null || execution.result() != null)) {
            draft.operation(Operations.TOOL).execution(execution);
        }
    }

    static void readModel(Attributes told, ReadingDraft draft) {
        draft.model(
                        told.name("gen_ai.provider.name", "gen_ai.system"),
                        told.name("gen_ai.response.model", "gen_ai.request.model"))
                .tokens(
                        told.count("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"),
                        told.count("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"),
                        told.count("gen_ai.usage.total_tokens"))
                .cost(told.amount("gen_ai.usage.cost", "gen_ai.usage.total_cost"));
    }

    /// Returns the call of the tool that a span executes; null where it executes none.
    static @Nullable ToolCall execution(Attributes told) {
        String name = told.name("gen_ai.tool.name");
        return name == null
                ? null
                : new ToolCall(
                        told.name("gen_ai.tool.call.id"),
                        name,
                        told.json("gen_ai.tool.call.arguments", "gen_ai.tool.arguments"),
                        told.json("gen_ai.tool.call.result", "gen_ai.tool.result", "gen_ai.tool.message"));
    }
}
