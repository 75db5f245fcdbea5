package ai.rhesis.backend.run.review;

import java.util.UUID;

/// The answer to the deletion of a review.
public record DeletedReview(String message, UUID reviewId) {

    public static DeletedReview of(UUID reviewId) {
        return new DeletedReview("Review deleted", reviewId);
    }
}
