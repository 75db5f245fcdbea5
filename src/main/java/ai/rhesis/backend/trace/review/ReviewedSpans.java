package ai.rhesis.backend.trace.review;

import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.review.ReviewService;
import ai.rhesis.backend.run.review.ReviewTarget;
import ai.rhesis.backend.run.review.ReviewedKind;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Spans as objects of reviews. What reviews make of the verdict stands with the trace; the result that it is
/// of stays as it is.
@Component
class ReviewedSpans implements ReviewedKind {

    private final ReviewedSpanQueries spans;
    private final ReviewService reviews;
    private final TraceEvaluationService evaluations;
    private final Directory directory;

    ReviewedSpans(
            ReviewedSpanQueries spans, ReviewService reviews, TraceEvaluationService evaluations, Directory directory) {
        this.spans = spans;
        this.reviews = reviews;
        this.evaluations = evaluations;
        this.directory = directory;
    }

    @Override
    public ReviewTarget whole() {
        return ReviewTarget.TRACE;
    }

    @Override
    public void lock(UUID id) {
        directory.requireLiving(AnnotatedSpan.class, id);
        spans.lock(id);
    }

    @Override
    public List<String> metrics(UUID id) {
        return spans.metrics(id);
    }

    @Override
    public boolean hasTurn(UUID id, int turn) {
        return spans.hasTurn(id, turn);
    }

    @Override
    public void settle(UUID id) {
        UUID trace = spans.lock(id);
        List<Review> all = reviews.ofTraces(List.of(trace)).getOrDefault(trace, List.of());
        spans.settle(trace, evaluations.of(trace, all).reviewedStatus());
    }

    // traces have no version
    @Override
    public void touch(UUID id) {}
}
