package ai.rhesis.backend.run.testrun;

import org.jspecify.annotations.Nullable;

/// Counts of a run's tests.
///
/// @param isDecided whether it ended early because its verdict was proven
/// @param setSize how many tests the version of the set holds that is run; null without one
record RunCounts(TestRunStats stats, @Nullable Integer setSize, ReviewCounts reviews, boolean isDecided) {

    static final RunCounts NONE = new RunCounts(TestRunStats.NONE, null, ReviewCounts.NONE, false);
}
