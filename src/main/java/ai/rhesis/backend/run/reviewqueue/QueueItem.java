package ai.rhesis.backend.run.reviewqueue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A drawn test with its results in the runs of the queue.
///
/// @param reviewers how many people reviewed all of its results
/// @param isReviewed whether the caller did
record QueueItem(
        int position, UUID testId, double probability, long reviewers, boolean isReviewed, List<QueuedResult> results) {

    QueueItem with(List<QueuedResult> all) {
        return new QueueItem(position, testId, probability, reviewers, isReviewed, all);
    }

    /// A result of the test, with the caller's own review of it.
    record QueuedResult(
            int position,
            UUID id,
            UUID runId,
            String runName,
            @Nullable String input,
            @Nullable String expected,
            @Nullable String output,
            String verdict,
            @Nullable String metrics,
            @Nullable UUID reviewId,
            @Nullable String rating) {}
}
