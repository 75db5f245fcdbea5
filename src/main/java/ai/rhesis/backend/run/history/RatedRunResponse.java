package ai.rhesis.backend.run.history;

import ai.rhesis.backend.platform.statistics.Estimate;
import ai.rhesis.backend.platform.statistics.Wilson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run of a set with its pass rate over tests and Wilson's 95 % interval of that; null where no test has a result.
record RatedRunResponse(
        RunLink testRun,
        Instant createdAt,
        String state,
        @Nullable String target,
        @Nullable VersionLink testSetVersion,
        long tests,
        long passed,
        long errors,
        @Nullable Rate passRate) {

    private static final double LEVEL = 0.95;

    static RatedRunResponse of(RatedRunView run) {
        return new RatedRunResponse(
                new RunLink(run.id(), run.name()),
                run.createdAt(),
                run.state(),
                run.target(),
                run.versionNumber() == null || run.versionHash() == null
                        ? null
                        : new VersionLink(run.versionNumber(), run.versionHash()),
                run.tests(),
                run.passed(),
                run.errors(),
                Rate.of(Wilson.of(run.passed(), run.tests(), LEVEL)));
    }

    record RunLink(UUID id, String name) {}

    record VersionLink(int number, String hash) {}

    record Rate(double value, List<Double> ci) {

        static @Nullable Rate of(@Nullable Estimate estimate) {
            return estimate == null
                    ? null
                    : new Rate(
                            estimate.value(),
                            List.of(estimate.ci().lo(), estimate.ci().hi()));
        }
    }
}
