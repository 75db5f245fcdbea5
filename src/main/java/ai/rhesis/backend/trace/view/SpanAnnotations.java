package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.run.review.ResultReviews;
import java.util.List;

/// The tags, comments and reviews of one span.
record SpanAnnotations(List<TagReference> tags, List<SpanCommentView> comments, ResultReviews reviews) {

    static final SpanAnnotations NONE = new SpanAnnotations(List.of(), List.of(), ResultReviews.NONE);
}
