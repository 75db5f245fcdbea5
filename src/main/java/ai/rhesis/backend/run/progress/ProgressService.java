package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.run.testrun.TestRunStats;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The events of a run; each question is a transaction of its own, which authorizes the caller anew.
@Service
@Transactional(readOnly = true)
class ProgressService {

    private static final int MAX_RESULTS = 500;

    private final ProgressQueries progress;
    private final TestRunService runs;

    ProgressService(ProgressQueries progress, TestRunService runs) {
        this.progress = progress;
        this.runs = runs;
    }

    /// @throws ProblemException 404 or 410 without the run
    void requireRun(UUID runId) {
        runs.require(runId);
    }

    /// Reads the events after `position`; null when there are none since `last`.
    ///
    /// @throws ProblemException 410 when the run was deleted
    @Nullable
    NewsView after(UUID runId, long position, @Nullable MomentView last) {
        MomentView now = progress.look(runId);
        if (now.equals(last)) {
            return null;
        }
        TestRunStats stats = runs.get(runId).stats();
        List<ResultView> results =
                now.lastPosition() > position ? progress.results(runId, position, MAX_RESULTS) : List.of();
        return new NewsView(
                now,
                results,
                // the end is only told with the results that it came with, which the first look has to have seen
                NewsView.ProgressView.of(now.state(), stats),
                results.size() < MAX_RESULTS);
    }
}
