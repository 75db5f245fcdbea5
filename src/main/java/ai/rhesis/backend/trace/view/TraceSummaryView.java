package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.run.review.ResultReviews;

/// A listed trace with what people put on it.
record TraceSummaryView(ListedTrace trace, ResultReviews reviews, AnnotationCounts annotations) {

    /// The numbers of tags and comments on the spans of a trace.
    record AnnotationCounts(long tags, long comments) {

        static final AnnotationCounts NONE = new AnnotationCounts(0, 0);
    }
}
