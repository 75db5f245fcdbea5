package ai.rhesis.backend.run.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's verdict on a result, or on a metric or a turn of it.
///
/// @param statusId the status that the person chose; null once it was removed for good
/// @param judgedAt the moment at which verdict and target became what they are; the newest of a target is in force
public record Review(
        UUID id,
        UUID resultId,
        long version,
        ReviewTarget target,
        Rating rating,
        @Nullable UUID statusId,
        String status,
        String comments,
        Reviewer user,
        Reviewer updatedBy,
        Instant createdAt,
        Instant updatedAt,
        Instant judgedAt,
        @Nullable Instant resolvedAt,
        @Nullable Reviewer resolvedBy) {

    boolean isResolved() {
        return resolvedAt != null;
    }

    boolean isOfWhole() {
        return target.type() == ReviewTarget.TargetType.TEST_RESULT;
    }

    /// A person beside what they did.
    public record Reviewer(UUID userId, String name) {}
}
