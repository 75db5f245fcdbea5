package ai.rhesis.backend.run.start;

import ai.rhesis.backend.run.testrun.TestRunState;
import ai.rhesis.backend.run.testrun.TestRunStats;
import ai.rhesis.backend.run.testrun.TestRunView;
import ai.rhesis.backend.suite.setgeneration.GenerationState;
import ai.rhesis.backend.suite.setgeneration.GenerationView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run or a generation of tests as a task among others, in the words that clients know of task queues.
///
/// @param testRunId of a run
/// @param testSetId of a generation
/// @param error why a generation made fewer tests than were asked for
record JobResponse(
        UUID taskId,
        String status,
        Progress progress,
        @Nullable UUID testRunId,
        @Nullable UUID testSetId,
        @Nullable String error) {

    static JobResponse of(TestRunView view) {
        UUID id = view.run().getId();
        return new JobResponse(id, status(view.run().getState()), Progress.of(view.stats()), id, null, null);
    }

    static JobResponse of(GenerationView view) {
        Progress progress = Progress.of(view.requestedTests(), view.generatedTests());
        return new JobResponse(view.id(), status(view.state()), progress, null, view.testSetId(), view.error());
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

    private static String status(GenerationState state) {
        return switch (state) {
            case PROGRESS -> "PROGRESS";
            case COMPLETED -> "SUCCESS";
            case FAILED -> "FAILURE";
            case CANCELLED -> "REVOKED";
        };
    }

    /// @param percent how much is done
    record Progress(long total, long completed, long percent) {

        static Progress of(TestRunStats stats) {
            return of(stats.total(), stats.done());
        }

        static Progress of(long total, long done) {
            return new Progress(total, done, total == 0 ? 0 : 100 * done / total);
        }
    }
}
