package ai.rhesis.backend.run.stability;

import ai.rhesis.backend.platform.statistics.Stability;
import java.time.Instant;
import java.util.UUID;

/// The results of one test in one run, and the passes among them.
record StabilityRun(UUID testRunId, String name, Instant createdAt, long n, long passes) {

    Stability.Results counts() {
        return new Stability.Results(n, passes);
    }
}
