package ai.rhesis.backend.run.stability;

import ai.rhesis.backend.platform.statistics.Stability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steadiness of a test over its last results with the stimulus, target and judge of the newest.
///
/// @param flipRate the share of pairs of results that differ; null below two results
/// @param flaky whether the rarer verdict certainly is no exception
/// @param drift whether runs differ by more than chance; null where there is nothing to compare
record StabilityResponse(
        long n,
        long passes,
        @Nullable Double flipRate,
        boolean flaky,
        @Nullable Drift drift,
        List<StabilityRun> runs) {

    static StabilityResponse of(List<StabilityRun> runs) {
        Stability stability =
                Stability.of(runs.stream().map(StabilityRun::counts).toList());
        return new StabilityResponse(
                stability.n(),
                stability.passes(),
                stability.flipRate(),
                stability.flaky(),
                Drift.of(stability.drift()),
                runs);
    }

    /// Pearson's χ² of verdicts over runs.
    record Drift(double statistic, int df, double pValue) {

        static @Nullable Drift of(Stability.@Nullable Drift drift) {
            return drift == null ? null : new Drift(drift.statistic(), drift.df(), drift.p());
        }
    }
}
