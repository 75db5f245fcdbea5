package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.run.review.ResultReviews;
import ai.rhesis.backend.run.review.ResultReviews.SummaryEntry;
import ai.rhesis.backend.run.review.ResultReviews.TestReviews;
import ai.rhesis.backend.run.review.ReviewResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A span in the tree of its trace.
///
/// @param id by which tags, comments, files and reviews are about it
/// @param attributes what was sent, and under the names of the Rhesis SDK what was read in it
/// @param events what was sent; those with `derived` were read in the span
/// @param children by their start
/// @param traceMetrics what metrics said of the result that the trace is of, as reviewed; on roots
/// @param matchesReview whether the last review of the whole says what the metrics said
record SpanNodeResponse(
        UUID id,
        String spanId,
        @Nullable String parentSpanId,
        String spanName,
        String spanKind,
        Instant startTime,
        Instant endTime,
        double durationMs,
        String statusCode,
        @Nullable String statusMessage,
        JsonNode attributes,
        JsonNode events,
        JsonNode links,
        JsonNode resource,
        JsonNode scope,
        DerivedResponse derived,
        List<SpanNodeResponse> children,
        @Nullable JsonNode traceMetrics,
        @Nullable TestReviews traceReviews,
        @Nullable ReviewResponse lastReview,
        boolean matchesReview,
        @Nullable Map<String, SummaryEntry> reviewSummary,
        List<TagReference> tags,
        List<SpanCommentResponse> comments) {

    /// Makes the node of a span.
    ///
    /// @param metrics null but on roots
    static SpanNodeResponse of(
            ShownSpan shown, List<SpanNodeResponse> children, @Nullable JsonNode metrics, SpanAnnotations carried) {
        StoredSpan span = shown.span();
        ResultReviews reviews = carried.reviews();
        return new SpanNodeResponse(
                span.id(),
                span.spanId(),
                span.parentSpanId(),
                span.name(),
                span.kind(),
                span.startTime(),
                span.endTime(),
                span.durationMs(),
                span.statusCode(),
                span.statusMessage(),
                shown.attributes(),
                shown.events(),
                span.links(),
                span.resource(),
                span.scope(),
                span.derived(),
                children,
                metrics,
                reviews.testReviews(),
                reviews.lastReview(),
                reviews.matchesReview(),
                reviews.reviewSummary(),
                carried.tags(),
                carried.comments());
    }
}
