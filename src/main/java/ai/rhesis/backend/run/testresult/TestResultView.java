package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.run.review.ResultReviews;
import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.review.TurnOverrides;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A result with the test that it is of, what the metrics said, and what it points at.
record TestResultView(
        TestResult result,
        @Nullable Reference testRun,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable TestedView test,
        List<MetricScore> scores,
        List<Review> reviews,
        Attached attached) {

    /// Creates the view from the columns of a query.
    public TestResultView(
            TestResult result, @Nullable Reference testRun, @Nullable Reference status, @Nullable UserReference user) {
        this(result, testRun, status, user, null, List.of(), List.of(), Attached.NOTHING);
    }

    TestResultView with(@Nullable TestedView tested, List<MetricScore> all, List<Review> said, Attached carried) {
        return new TestResultView(result, testRun, status, user, tested, all, said, carried);
    }

    /// Returns the test, even if it was deleted before the result was written.
    @Nullable
    UUID testId() {
        return result.getTestId() == null && test != null ? test.id() : result.getTestId();
    }

    /// Returns the output, with what reviews say about its turns.
    @Nullable
    JsonNode output() {
        return TurnOverrides.over(result.getTestOutput(), reviews);
    }

    ResultReviews resultReviews() {
        return ResultReviews.of(reviews, result.getAutomaticVerdict().toString(), result.getAutomaticStatusId());
    }

    TestMetrics metrics() {
        return new TestMetrics(result.getLatencyMillis(), scores);
    }
}
