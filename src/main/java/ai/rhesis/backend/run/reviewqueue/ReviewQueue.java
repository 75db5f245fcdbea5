package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.run.review.Review.Reviewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A queue as it is stored.
///
/// @param size how many tests it drew
/// @param population how many tests it drew from
record ReviewQueue(
        UUID id,
        Instant createdAt,
        Reviewer user,
        List<UUID> testRunIds,
        QueueSelection selection,
        int size,
        int population,
        boolean isBlind,
        int reviewsPerItem,
        long seed) {}
