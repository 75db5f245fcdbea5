package ai.rhesis.backend.run.plan;

import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import org.jspecify.annotations.Nullable;

/// The figures of a set and a target that are known before they are run again.
///
/// @param tests the tests of the set, without those in quarantine
/// @param pairs the last two runs beside each other; null where there are no two with a test in common
/// @param within the mean variance of outcomes within the repetitions of a test; 0 where none was repeated
/// @param latencyMillis the mean of a call; null where none was measured
/// @param cost the mean of a result in US dollars, judges included; null where it is unknown of one
/// @param concurrency the calls in flight of the last run
record Experience(
        long tests,
        @Nullable PairedOutcomes pairs,
        double within,
        @Nullable Double latencyMillis,
        @Nullable Double cost,
        int concurrency) {

    /// The discordance that is assumed where no two runs tell it.
    static final double ASSUMED = 0.2;

    double discordance() {
        return pairs == null ? ASSUMED : pairs.discordance();
    }
}
