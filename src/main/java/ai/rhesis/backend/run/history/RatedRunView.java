package ai.rhesis.backend.run.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run of a set with the outcomes of its tests, those in quarantine left out.
record RatedRunView(
        UUID id,
        String name,
        Instant createdAt,
        String state,
        @Nullable String target,
        @Nullable Integer versionNumber,
        @Nullable String versionHash,
        long tests,
        long passed,
        long errors) {}
