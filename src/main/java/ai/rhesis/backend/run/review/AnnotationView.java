package ai.rhesis.backend.run.review;

import ai.rhesis.backend.run.review.Review.Reviewer;
import ai.rhesis.backend.run.review.ReviewResponse.ReviewStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review beside the run and the requirement that it leads to.
///
/// @param source what was reviewed: `test_result` or `trace`
/// @param traceDbId the span that was reviewed
record AnnotationView(
        UUID reviewId,
        String source,
        String comments,
        Instant createdAt,
        Instant updatedAt,
        ReviewStatus status,
        Reviewer user,
        ReviewTarget target,
        boolean resolved,
        @Nullable UUID testResultId,
        @Nullable UUID testRunId,
        @Nullable UUID traceDbId,
        @Nullable String traceId,
        @Nullable UUID projectId,
        @Nullable String spanName,
        @Nullable UUID requirementId,
        @Nullable String requirementName) {}
