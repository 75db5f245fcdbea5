package ai.rhesis.backend.run.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's verdict on a result or a span, or on a metric or a turn of it.
///
/// @param subjectId the id of the result or span
/// @param traceKey the row of the trace that the span is of
/// @param statusId the status that the person chose; null once it was removed for good
/// @param judgedAt the moment at which verdict and target became what they are; the newest of a target is in force
public record Review(
        UUID id,
        UUID subjectId,
        @Nullable UUID traceKey,
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

    /// The order in which reviews were made what they are: the last of a target is in force.
    public static final Comparator<Review> BY_JUDGEMENT =
            Comparator.comparing(Review::judgedAt).thenComparing(Review::id);

    boolean isResolved() {
        return resolvedAt != null;
    }

    /// Tells whether it is about the object as a whole.
    public boolean isOfWhole() {
        return target.type().isWhole();
    }

    /// A person beside what they did.
    public record Reviewer(UUID userId, String name) {}
}
