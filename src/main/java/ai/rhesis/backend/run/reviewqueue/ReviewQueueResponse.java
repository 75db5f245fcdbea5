package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.platform.statistics.Krippendorff;
import ai.rhesis.backend.run.review.Review.Reviewer;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A queue as a client reads it, with its progress.
record ReviewQueueResponse(@JsonUnwrapped ListedQueueResponse queue, QueueProgress progress, QueueAgreement agreement) {

    static ReviewQueueResponse of(ReviewQueue queue, QueueProgress progress, Krippendorff agreement) {
        return new ReviewQueueResponse(ListedQueueResponse.of(queue), progress, QueueAgreement.of(agreement));
    }

    /// The number of tests that as many people reviewed as the queue asks for, and that of each of them.
    record QueueProgress(long done, long size, List<ReviewerProgress> reviewers) {}

    /// The tests whose every result this person reviewed.
    record ReviewerProgress(Reviewer user, long done, long size) {}

    /// The agreement of the people who reviewed the same results.
    ///
    /// @param alpha Krippendorff's α; null where no two reviews can be compared
    /// @param units the results with two reviews or more
    record QueueAgreement(@Nullable Double alpha, long units) {

        static QueueAgreement of(Krippendorff agreement) {
            return new QueueAgreement(agreement.alpha(), agreement.units());
        }
    }
}
