package ai.rhesis.backend.run.progress;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A result as an event tells it; all of it is at `/test_results/{id}`.
record ResultView(
        UUID id,
        @Nullable UUID testId,
        int repetition,
        long position,
        String verdict,
        @Nullable Long durationMs,
        @Nullable String error) {}
