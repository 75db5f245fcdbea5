package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.run.review.ReviewResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A trace as lists show it, by its latest root.
///
/// @param spanDbId the root, about which tags, comments and files are
/// @param conversationInput what the root was asked
/// @param durationMs of the root
/// @param totalCostEur null: costs are known in US dollars
/// @param traceMetricsStatus the verdict on the result that the trace is of, as reviewed
/// @param matchesReview whether the last review of the whole trace says what the metrics said
record TraceSummaryResponse(
        String traceId,
        UUID projectId,
        UUID spanDbId,
        String environment,
        @Nullable String conversationId,
        @Nullable String conversationInput,
        Instant startTime,
        double durationMs,
        int spanCount,
        String rootOperation,
        String statusCode,
        @Nullable Long totalTokens,
        @Nullable Double totalCostUsd,
        @Nullable Double totalCostEur,
        boolean hasErrors,
        @Nullable UUID testRunId,
        @Nullable UUID testResultId,
        @Nullable UUID testId,
        @Nullable UUID endpointId,
        @Nullable String endpointName,
        @Nullable String traceMetricsStatus,
        boolean hasReviews,
        @Nullable ReviewResponse lastReview,
        boolean matchesReview,
        long tagsCount,
        long commentsCount) {

    static TraceSummaryResponse of(TraceSummaryView view) {
        ListedTrace trace = view.trace();
        return new TraceSummaryResponse(
                trace.traceId(),
                trace.projectId(),
                trace.spanId(),
                trace.environment(),
                trace.conversationId(),
                trace.input(),
                trace.startTime(),
                trace.durationMs(),
                trace.spanCount(),
                trace.name(),
                trace.statusCode(),
                trace.totalTokens(),
                UsDollars.of(trace.costNanos()),
                null,
                trace.errorCount() > 0,
                trace.testRunId(),
                trace.testResultId(),
                trace.testId(),
                trace.endpointId(),
                trace.endpointName(),
                trace.status(),
                view.reviews().testReviews() != null,
                view.reviews().lastReview(),
                view.reviews().matchesReview(),
                view.annotations().tags(),
                view.annotations().comments());
    }
}
