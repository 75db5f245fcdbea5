package ai.rhesis.backend.run.review;

import static java.util.Comparator.comparing;

import ai.rhesis.backend.run.review.Review.Reviewer;
import ai.rhesis.backend.run.review.ReviewResponse.ReviewStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reviews of a result, or of spans, as clients read them in it.
///
/// @param lastReview the newest review of the whole result
/// @param matchesReview whether that review says what the metrics said
/// @param reviewSummary the review in force of each target, by `test_result`, `metric:<name>` or `turn:<number>`
public record ResultReviews(
        @Nullable TestReviews testReviews,
        @Nullable ReviewResponse lastReview,
        boolean matchesReview,
        @Nullable Map<String, SummaryEntry> reviewSummary) {

    public static final ResultReviews NONE = new ResultReviews(null, null, false, null);

    /// Sums up reviews, the oldest judgement first.
    ///
    /// @param verdict the automatic verdict; null where nothing judged
    /// @param statusId the status that showed it
    public static ResultReviews of(List<Review> reviews, @Nullable String verdict, @Nullable UUID statusId) {
        if (reviews.isEmpty()) {
            return NONE;
        }
        Review last = reviews.stream()
                .filter(Review::isOfWhole)
                .reduce((earlier, later) -> later)
                .orElse(null);
        Map<String, SummaryEntry> summary = new LinkedHashMap<>();
        reviews.forEach(review -> summary.put(review.target().key(), SummaryEntry.of(review)));
        return new ResultReviews(
                TestReviews.of(reviews, statusId),
                last == null ? null : ReviewResponse.of(last),
                last != null && last.rating().toString().equals(verdict),
                summary);
    }

    /// The reviews of a result and what is to be said of them all.
    public record TestReviews(ReviewMetadata metadata, List<ReviewResponse> reviews) {

        static TestReviews of(List<Review> reviews, @Nullable UUID originalStatusId) {
            Review touched = reviews.stream()
                    .max(comparing(Review::updatedAt).thenComparing(Review::id))
                    .orElseThrow();
            return new TestReviews(
                    new ReviewMetadata(
                            touched.updatedAt(),
                            touched.updatedBy(),
                            reviews.size(),
                            ReviewStatus.of(touched),
                            originalStatusId,
                            "Last updated by " + touched.updatedBy().name()),
                    reviews.stream()
                            .sorted(comparing(Review::createdAt).thenComparing(Review::id))
                            .map(ReviewResponse::of)
                            .toList());
        }
    }

    /// @param latestStatus the status of the review that was changed last
    /// @param originalStatusId the status of the result before its first review
    public record ReviewMetadata(
            Instant lastUpdatedAt,
            Reviewer lastUpdatedBy,
            int totalReviews,
            ReviewStatus latestStatus,
            @Nullable UUID originalStatusId,
            String summary) {}

    /// The review that is in force of one target.
    public record SummaryEntry(
            String targetType,
            @Nullable String reference,
            ReviewStatus status,
            Reviewer user,
            Instant updatedAt,
            UUID reviewId) {

        static SummaryEntry of(Review review) {
            return new SummaryEntry(
                    Objects.toString(review.target().type()),
                    review.target().reference(),
                    ReviewStatus.of(review),
                    review.user(),
                    review.updatedAt(),
                    review.id());
        }
    }
}
