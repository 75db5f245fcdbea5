package ai.rhesis.backend.trace.view;

import org.jspecify.annotations.Nullable;

/// Costs as clients read them.
final class UsDollars {

    private static final double NANOS_PER_DOLLAR = 1e9;

    private UsDollars() {}

    /// Returns the dollars of some billionths of one; null where nothing is known.
    static @Nullable Double of(@Nullable Long nanos) {
        return nanos == null ? null : nanos / NANOS_PER_DOLLAR;
    }
}
