package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.run.review.Review.Reviewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A queue in a list, as it was drawn.
record ListedQueueResponse(
        UUID id,
        Instant createdAt,
        Reviewer user,
        List<UUID> testRunIds,
        QueueSelection select,
        int size,
        int population,
        boolean blind,
        int reviewsPerItem,
        long seed) {

    static ListedQueueResponse of(ReviewQueue queue) {
        return new ListedQueueResponse(
                queue.id(),
                queue.createdAt(),
                queue.user(),
                queue.testRunIds(),
                queue.selection(),
                queue.size(),
                queue.population(),
                queue.isBlind(),
                queue.reviewsPerItem(),
                queue.seed());
    }
}
