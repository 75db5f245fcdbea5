package ai.rhesis.backend.run.execution;

import ai.rhesis.backend.run.testresult.TestMetrics;
import ai.rhesis.backend.run.testresult.Verdict;
import ai.rhesis.backend.suite.testcase.TestConfiguration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What came of one test that was run at once; nothing of it is stored.
///
/// @param status null when the target answered and no metric was to judge
/// @param error why the status is an error, which scores of metrics don't say
record TrialResponse(
        @Nullable UUID testId,
        @Nullable UUID promptId,
        @Nullable Long executionTime,
        JsonNode testOutput,
        @Nullable TestMetrics testMetrics,
        @Nullable Verdict status,
        @Nullable String error,
        @Nullable String errorType,
        @Nullable TestConfiguration testConfiguration) {

    static TrialResponse of(TrialTest test, Finding finding, boolean isJudged) {
        boolean isToldVerdict = isJudged || finding.isUnanswered();
        return new TrialResponse(
                test.testId(),
                test.promptId(),
                finding.latencyMillis(),
                finding.output(),
                isJudged ? new TestMetrics(finding.latencyMillis(), finding.scores()) : null,
                isToldVerdict ? finding.verdict() : null,
                isToldVerdict ? finding.error() : null,
                isToldVerdict ? finding.errorType() : null,
                test.configuration());
    }
}
