package ai.rhesis.backend.trace.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A reading in the making. Each field keeps the first value that it gets, which is that of the convention of highest
/// precedence; null is no value.
final class ReadingDraft {

    static final int MAX_TOOL_CALLS = 256;

    private @Nullable String dialect;
    private @Nullable String operation;
    private @Nullable JsonNode input;
    private @Nullable JsonNode output;
    private @Nullable String provider;
    private @Nullable String model;
    private @Nullable Long inputTokens;
    private @Nullable Long outputTokens;
    private @Nullable Long totalTokens;
    private @Nullable Double costUsd;
    private List<ToolCall> toolCalls = List.of();
    private @Nullable String conversationId;
    private @Nullable String userId;
    private boolean repeatsUsage;

    ReadingDraft by(String code) {
        dialect = first(dialect, code);
        return this;
    }

    ReadingDraft operation(@Nullable String word) {
        operation = first(operation, word);
        return this;
    }

    boolean isOperation(String word) {
        return word.equals(operation);
    }

    ReadingDraft input(@Nullable JsonNode value) {
        input = first(input, value);
        return this;
    }

    ReadingDraft output(@Nullable JsonNode value) {
        output = first(output, value);
        return this;
    }

    /// Takes the answers of a model, with the calls of tools that they ask for.
    ReadingDraft output(List<SpanMessage> answers) {
        output(SpanMessage.shown(answers));
        return toolCalls(
                answers.stream().flatMap(answer -> answer.calls().stream()).toList());
    }

    ReadingDraft model(@Nullable String providerName, @Nullable String modelName) {
        provider = first(provider, providerName == null ? null : providerName.toLowerCase(Locale.ROOT));
        model = first(model, modelName);
        return this;
    }

    ReadingDraft tokens(@Nullable Long ofInput, @Nullable Long ofOutput, @Nullable Long ofBoth) {
        inputTokens = first(inputTokens, ofInput);
        outputTokens = first(outputTokens, ofOutput);
        totalTokens = first(totalTokens, ofBoth);
        return this;
    }

    ReadingDraft cost(@Nullable Double dollars) {
        costUsd = first(costUsd, dollars);
        return this;
    }

    /// Marks the tokens and cost as the sum of what other spans tell: counted here too, they would count twice.
    ReadingDraft repeatsUsage() {
        repeatsUsage = true;
        return this;
    }

    ReadingDraft toolCalls(List<ToolCall> calls) {
        toolCalls =
                toolCalls.isEmpty() ? List.copyOf(calls.subList(0, Math.min(calls.size(), MAX_TOOL_CALLS))) : toolCalls;
        return this;
    }

    /// Takes the execution of a tool: its arguments are the input and its result the output.
    ReadingDraft execution(ToolCall call) {
        return input(call.arguments()).output(call.result()).toolCalls(List.of(call));
    }

    ReadingDraft conversation(@Nullable String id) {
        conversationId = first(conversationId, id);
        return this;
    }

    ReadingDraft user(@Nullable String id) {
        userId = first(userId, id);
        return this;
    }

    Reading reading() {
        return new Reading(
                dialect,
                operation,
                input,
                output,
                provider,
                model,
                repeatsUsage ? null : inputTokens,
                repeatsUsage ? null : outputTokens,
                repeatsUsage ? null : total(),
                repeatsUsage ? null : costUsd,
                toolCalls,
                conversationId,
                userId);
    }

    private @Nullable Long total() {
        if (totalTokens != null || (inputTokens == null && outputTokens == null)) {
            return totalTokens;
        }
        return Objects.requireNonNullElse(inputTokens, 0L) + Objects.requireNonNullElse(outputTokens, 0L);
    }

    private static <T> @Nullable T first(@Nullable T kept, @Nullable T value) {
        return kept == null ? value : kept;
    }
}
