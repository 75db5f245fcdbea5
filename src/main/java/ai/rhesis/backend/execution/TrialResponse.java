package ai.rhesis.backend.execution;

import ai.rhesis.backend.testcase.TestConfiguration;
import ai.rhesis.backend.testresult.TestMetrics;
import ai.rhesis.backend.testresult.Verdict;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What came of one test that was run at once; nothing of it is stored.
///
/// @param status null when the target answered and no metric was to judge
record TrialResponse(
        @Nullable UUID testId,
        @Nullable UUID promptId,
        @Nullable Long executionTime,
        JsonNode testOutput,
        @Nullable TestMetrics testMetrics,
        @Nullable Verdict status,
        @Nullable TestConfiguration testConfiguration) {

    static TrialResponse of(TrialTest test, Finding finding, boolean isJudged) {
        return new TrialResponse(
                test.testId(),
                test.promptId(),
                finding.latencyMillis(),
                finding.output(),
                isJudged ? new TestMetrics(finding.latencyMillis(), finding.scores()) : null,
                isJudged || finding.isUnanswered() ? finding.verdict() : null,
                test.configuration());
    }
}
