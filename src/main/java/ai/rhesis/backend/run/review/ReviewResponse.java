package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.security.PermittedActions;
import ai.rhesis.backend.run.review.Review.Reviewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review as a client reads it.
public record ReviewResponse(
        UUID reviewId,
        ReviewStatus status,
        Reviewer user,
        String comments,
        Instant createdAt,
        Instant updatedAt,
        ReviewTarget target,
        boolean resolved,
        @Nullable Instant resolvedAt,
        @Nullable Reviewer resolvedBy,
        List<String> permittedActions) {

    public static ReviewResponse of(Review review) {
        return new ReviewResponse(
                review.id(),
                ReviewStatus.of(review),
                review.user(),
                review.comments(),
                review.createdAt(),
                review.updatedAt(),
                review.target(),
                review.isResolved(),
                review.resolvedAt(),
                review.resolvedBy(),
                PermittedActions.ofAuthorOrOwner(review.user().userId(), "test_result"));
    }

    /// The status that a reviewer chose.
    public record ReviewStatus(@Nullable UUID statusId, String name) {

        static ReviewStatus of(Review review) {
            return new ReviewStatus(review.statusId(), review.status());
        }
    }
}
