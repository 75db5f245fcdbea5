package ai.rhesis.backend.target;

import org.jspecify.annotations.Nullable;

/// What a call used, as far as the other side told: tokens, and its price in millionths of a US dollar.
public record Usage(
        @Nullable Integer inputTokens,
        @Nullable Integer outputTokens,
        @Nullable Long costMicros) {

    public static final Usage UNKNOWN = new Usage(null, null, null);

    /// Both together; what one of them does not know counts as nothing.
    public Usage plus(Usage other) {
        return new Usage(
                sum(inputTokens, other.inputTokens),
                sum(outputTokens, other.outputTokens),
                costMicros == null ? other.costMicros : Long.valueOf(costMicros + orZero(other.costMicros)));
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : Integer.valueOf(one + (other == null ? 0 : other));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
