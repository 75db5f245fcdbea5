package ai.rhesis.backend.trace.review;

import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.run.review.DeletedReview;
import ai.rhesis.backend.run.review.ReviewRequest;
import ai.rhesis.backend.run.review.ReviewResponse;
import ai.rhesis.backend.run.review.ReviewService;
import ai.rhesis.backend.run.review.Reviewed;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The reviews of a span, under the path that clients have for its trace.
@AcrossProjects
@RestController
@RequestMapping("/telemetry/traces/{id}/reviews")
class SpanReviewController {

    private final ReviewService reviews;
    private final ReviewedSpans spans;

    SpanReviewController(ReviewService reviews, ReviewedSpans spans) {
        this.reviews = reviews;
        this.spans = spans;
    }

    @PostMapping
    ReviewResponse addReviewOfSpan(@PathVariable UUID id, @RequestBody ReviewRequest request) {
        return ReviewResponse.of(reviews.create(span(id), request));
    }

    @PutMapping("/{review_id}")
    ReviewResponse changeReviewOfSpan(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable("review_id") UUID reviewId,
            Patch<ReviewRequest> change) {
        return ReviewResponse.of(reviews.update(caller, span(id), reviewId, change));
    }

    @DeleteMapping("/{review_id}")
    DeletedReview deleteReviewOfSpan(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable("review_id") UUID reviewId) {
        reviews.delete(caller, span(id), reviewId);
        return DeletedReview.of(reviewId);
    }

    private Reviewed span(UUID id) {
        return new Reviewed(spans, id);
    }
}
