package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/test_results/{id}/reviews")
class ReviewController {

    private final ReviewService reviews;
    private final ReviewedResults results;

    ReviewController(ReviewService reviews, ReviewedResults results) {
        this.reviews = reviews;
        this.results = results;
    }

    @PostMapping
    ReviewResponse addReview(@PathVariable UUID id, @RequestBody ReviewRequest request) {
        return ReviewResponse.of(reviews.create(result(id), request));
    }

    @PutMapping("/{review_id}")
    ReviewResponse changeReview(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable("review_id") UUID reviewId,
            Patch<ReviewRequest> change) {
        return ReviewResponse.of(reviews.update(caller, result(id), reviewId, change));
    }

    @DeleteMapping("/{review_id}")
    DeletedReview deleteReview(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable("review_id") UUID reviewId) {
        reviews.delete(caller, result(id), reviewId);
        return DeletedReview.of(reviewId);
    }

    private Reviewed result(UUID id) {
        return new Reviewed(results, id);
    }
}
