package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.run.review.ResultReviews;
import ai.rhesis.backend.run.review.Review;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A trace with all that is known of it.
///
/// @param spans by their start
/// @param metrics what metrics said of the result that the trace is of, as reviewed
/// @param evaluations of that result, as events of the latest root
/// @param reviews of its spans, the oldest judgement first
/// @param tags by the id of the span
/// @param comments by the id of the span
record TraceTreeView(
        TraceRow trace,
        List<StoredSpan> spans,
        @Nullable JsonNode metrics,
        List<ObjectNode> evaluations,
        Map<UUID, List<Review>> reviews,
        Map<UUID, List<TagReference>> tags,
        Map<UUID, List<SpanCommentResponse>> comments) {

    /// Returns the tree as clients read it.
    List<SpanNodeResponse> roots() {
        List<SpanBranch> roots = SpanTree.of(spans);
        if (!roots.isEmpty()) {
            roots.getLast().span().events().addAll(evaluations);
        }
        return roots.stream().map(root -> node(root, metrics)).toList();
    }

    // As deep as a branch is, which is bounded.
    private SpanNodeResponse node(SpanBranch branch, @Nullable JsonNode ofRoot) {
        boolean isTurn = branch.isRoot() && trace.conversationId() != null;
        return SpanNodeResponse.of(
                new ShownSpan(branch.span(), isTurn),
                branch.children().stream().map(child -> node(child, null)).toList(),
                ofRoot,
                annotations(branch.span().id()));
    }

    private SpanAnnotations annotations(UUID spanId) {
        List<Review> ofSpan = reviews.getOrDefault(spanId, List.of());
        List<TagReference> tagged = tags.getOrDefault(spanId, List.of());
        List<SpanCommentResponse> said = comments.getOrDefault(spanId, List.of());
        return ofSpan.isEmpty() && tagged.isEmpty() && said.isEmpty()
                ? SpanAnnotations.NONE
                : new SpanAnnotations(tagged, said, ResultReviews.of(ofSpan, trace.verdict(), null));
    }

    /// Returns the reviews of all spans together.
    ResultReviews allReviews() {
        return ResultReviews.of(
                reviews.values().stream()
                        .flatMap(List::stream)
                        .sorted(Review.BY_JUDGEMENT)
                        .toList(),
                trace.verdict(),
                null);
    }
}
