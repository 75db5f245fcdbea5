package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A result with the test that it is of, what the metrics said, and what it points at.
record TestResultView(
        TestResult result,
        @Nullable Reference testRun,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable TestedView test,
        List<MetricScore> scores,
        Attached attached) {

    /// As a query reads it.
    public TestResultView(TestResult result, Reference testRun, Reference status, UserReference user) {
        this(
                result,
                Joined.orNull(testRun),
                Joined.orNull(status),
                Joined.orNull(user),
                null,
                List.of(),
                Attached.NOTHING);
    }

    TestResultView with(@Nullable TestedView tested, List<MetricScore> all, Attached carried) {
        return new TestResultView(result, testRun, status, user, tested, all, carried);
    }

    /// The test, be it deleted before the result was written.
    @Nullable
    UUID testId() {
        return result.getTestId() == null && test != null ? test.id() : result.getTestId();
    }

    TestMetrics metrics() {
        return new TestMetrics(result.getLatencyMillis(), scores);
    }
}
