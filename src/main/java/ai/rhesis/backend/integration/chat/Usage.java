package ai.rhesis.backend.integration.chat;

import org.jspecify.annotations.Nullable;

/// The usage of a call as far as it is known: tokens, and the price in millionths of a US dollar.
///
/// @param cachedTokens of the input, those that were read from a cache
/// @param reasoningTokens of the output, those that are reasoning
public record Usage(
        @Nullable Integer inputTokens,
        @Nullable Integer outputTokens,
        @Nullable Integer cachedTokens,
        @Nullable Integer reasoningTokens,
        @Nullable Long costMicros) {

    public static final Usage UNKNOWN = new Usage(null, null, null);

    /// Drops negative numbers, which can only be mistakes.
    public Usage {
        inputTokens = inputTokens == null || inputTokens < 0 ? null : inputTokens;
        outputTokens = outputTokens == null || outputTokens < 0 ? null : outputTokens;
        cachedTokens = cachedTokens == null || cachedTokens < 0 ? null : cachedTokens;
        reasoningTokens = reasoningTokens == null || reasoningTokens < 0 ? null : reasoningTokens;
        costMicros = costMicros == null || costMicros < 0 ? null : costMicros;
    }

    public Usage(@Nullable Integer inputTokens, @Nullable Integer outputTokens, @Nullable Long costMicros) {
        this(inputTokens, outputTokens, null, null, costMicros);
    }

    /// Returns the same for a price that the provider did not tell.
    public Usage costing(long micros) {
        return new Usage(inputTokens, outputTokens, cachedTokens, reasoningTokens, micros);
    }

    /// Converts a number of tokens; null when there can't be so many.
    public static @Nullable Integer tokens(long told) {
        return told == (int) told ? Integer.valueOf((int) told) : null;
    }

    /// Returns the tokens in both directions, as far as they are known.
    public long total() {
        return (inputTokens == null ? 0L : inputTokens) + (outputTokens == null ? 0L : outputTokens);
    }

    /// Adds another usage; an unknown number counts as nothing.
    public Usage plus(Usage other) {
        return new Usage(
                sum(inputTokens, other.inputTokens),
                sum(outputTokens, other.outputTokens),
                sum(cachedTokens, other.cachedTokens),
                sum(reasoningTokens, other.reasoningTokens),
                costMicros == null ? other.costMicros : Long.valueOf(costMicros + orZero(other.costMicros)));
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : Integer.valueOf(one + (other == null ? 0 : other));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
