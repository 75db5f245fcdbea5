package ai.rhesis.backend.run.start;

import ai.rhesis.backend.run.testrun.TestRunState;
import ai.rhesis.backend.run.testrun.TestRunStats;
import ai.rhesis.backend.run.testrun.TestRunView;
import java.util.UUID;

/// A run as a task among others, in the words that clients know of task queues.
record JobResponse(UUID taskId, String status, Progress progress, UUID testRunId) {

    static JobResponse of(TestRunView view) {
        UUID id = view.run().getId();
        return new JobResponse(id, status(view.run().getState()), Progress.of(view.stats()), id);
    }

    private static String status(TestRunState state) {
        return switch (state) {
            case QUEUED -> "PENDING";
            case PROGRESS -> "PROGRESS";
            case COMPLETED, PARTIAL -> "SUCCESS";
            case FAILED -> "FAILURE";
            case CANCELLED -> "REVOKED";
        };
    }

    /// @param percent how much is done
    record Progress(long total, long completed, long percent) {

        static Progress of(TestRunStats stats) {
            long percent = stats.total() == 0 ? 0 : 100 * stats.done() / stats.total();
            return new Progress(stats.total(), stats.done(), percent);
        }
    }
}
