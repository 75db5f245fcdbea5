package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.run.review.ResultReviews;
import ai.rhesis.backend.run.review.ResultReviews.SummaryEntry;
import ai.rhesis.backend.run.review.ResultReviews.TestReviews;
import ai.rhesis.backend.run.review.ReviewResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A trace with the tree of its spans.
///
/// @param durationMs from the earliest start to the latest end
/// @param isTruncated whether the tree lacks spans, because there are too many
/// @param traceMetricsStatus the verdict on the result that the trace is of, as reviewed
/// @param traceReviews the reviews of all its spans
/// @param testResult named by its verdict
record TraceResponse(
        String traceId,
        UUID projectId,
        String environment,
        @Nullable String conversationId,
        Instant startTime,
        Instant endTime,
        double durationMs,
        int spanCount,
        int errorCount,
        @Nullable Long totalTokens,
        @Nullable Double totalCostUsd,
        boolean isTruncated,
        List<SpanNodeResponse> rootSpans,
        @Nullable String traceMetricsStatus,
        @Nullable TestReviews traceReviews,
        @Nullable ReviewResponse lastReview,
        boolean matchesReview,
        @Nullable Map<String, SummaryEntry> reviewSummary,
        TraceReference project,
        @Nullable TraceReference endpoint,
        @Nullable TraceReference testRun,
        @Nullable TraceReference testResult,
        @Nullable TraceReference test) {

    static TraceResponse of(TraceTreeView view) {
        TraceRow trace = view.trace();
        ResultReviews reviews = view.allReviews();
        return new TraceResponse(
                trace.traceId(),
                trace.project().id(),
                trace.environment(),
                trace.conversationId(),
                trace.startTime(),
                trace.endTime(),
                trace.durationMs(),
                trace.spanCount(),
                trace.errorCount(),
                trace.totalTokens(),
                UsDollars.of(trace.costNanos()),
                view.spans().size() < trace.spanCount(),
                SpanNodeResponse.rootsOf(view),
                trace.status(),
                reviews.testReviews(),
                reviews.lastReview(),
                reviews.matchesReview(),
                reviews.reviewSummary(),
                trace.project(),
                trace.endpoint(),
                trace.testRun(),
                trace.testResult(),
                trace.test());
    }
}
