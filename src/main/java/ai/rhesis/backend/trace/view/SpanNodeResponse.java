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
        DerivedView derived,
        List<SpanNodeResponse> children,
        @Nullable JsonNode traceMetrics,
        @Nullable TestReviews traceReviews,
        @Nullable ReviewResponse lastReview,
        boolean matchesReview,
        @Nullable Map<String, SummaryEntry> reviewSummary,
        List<TagReference> tags,
        List<SpanCommentView> comments) {

    static List<SpanNodeResponse> rootsOf(TraceTreeView trace) {
        return trace.roots().stream()
                .map(root -> of(root, trace, trace.metrics()))
                .toList();
    }

    // as deep as a branch is, which is bounded
    private static SpanNodeResponse of(SpanBranch branch, TraceTreeView trace, @Nullable JsonNode metrics) {
        StoredSpan span = branch.span();
        ShownSpan shown = new ShownSpan(span, branch.isRoot() && trace.isOfConversation());
        SpanAnnotations carried = trace.annotations(span.id());
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
                branch.children().stream().map(child -> of(child, trace, null)).toList(),
                metrics,
                reviews.testReviews(),
                reviews.lastReview(),
                reviews.matchesReview(),
                reviews.reviewSummary(),
                carried.tags(),
                carried.comments());
    }
}
