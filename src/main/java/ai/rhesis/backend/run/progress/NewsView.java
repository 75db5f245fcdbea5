package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.run.testrun.TestRunState;
import ai.rhesis.backend.run.testrun.TestRunStats;
import java.util.List;

/// The events of a run since somebody looked.
///
/// @param isAll whether nothing else happened so far
record NewsView(MomentView moment, List<ResultView> results, ProgressView progress, boolean isAll) {

    boolean isEnd() {
        return isAll && progress.isFinal();
    }

    /// The progress of the run as an event tells it.
    record ProgressView(
            TestRunState state, boolean isFinal, long total, long done, long passed, long failed, long errors) {

        static ProgressView of(TestRunState state, TestRunStats stats) {
            return new ProgressView(
                    state,
                    state.isFinal(),
                    stats.total(),
                    stats.done(),
                    stats.passed(),
                    stats.failed(),
                    stats.errors());
        }
    }
}
