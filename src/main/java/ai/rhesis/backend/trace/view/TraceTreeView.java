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
        Map<UUID, List<SpanCommentView>> comments) {

    /// Returns the roots of the tree, the latest with what is told of the result.
    List<SpanBranch> roots() {
        List<SpanBranch> roots = SpanTree.of(spans);
        if (!roots.isEmpty()) {
            roots.getLast().span().events().addAll(evaluations);
        }
        return roots;
    }

    /// Tells whether the roots are turns of a conversation.
    boolean isOfConversation() {
        return trace.conversationId() != null;
    }

    SpanAnnotations annotations(UUID spanId) {
        List<Review> ofSpan = reviews.getOrDefault(spanId, List.of());
        List<TagReference> tagged = tags.getOrDefault(spanId, List.of());
        List<SpanCommentView> said = comments.getOrDefault(spanId, List.of());
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
