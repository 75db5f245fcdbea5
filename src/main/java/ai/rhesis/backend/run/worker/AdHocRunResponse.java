package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.run.testresult.TestMetrics;
import ai.rhesis.backend.run.testresult.Verdict;
import ai.rhesis.backend.suite.testcase.MultiTurnConfiguration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The result of one test that was run at once; nothing of it is stored.
///
/// @param status null when the target answered and no metric was to judge
/// @param error why the status is an error, which scores of metrics don't say
record AdHocRunResponse(
        @Nullable UUID testId,
        @Nullable UUID promptId,
        @Nullable Long executionTime,
        JsonNode testOutput,
        @Nullable TestMetrics testMetrics,
        @Nullable Verdict status,
        @Nullable String error,
        @Nullable String errorType,
        @Nullable MultiTurnConfiguration testConfiguration) {

    static AdHocRunResponse of(AdHocTestCase test, ItemResult itemResult, boolean isJudged) {
        boolean isToldVerdict = isJudged || itemResult.isUnanswered();
        return new AdHocRunResponse(
                test.testId(),
                test.promptId(),
                itemResult.latencyMillis(),
                itemResult.output(),
                isJudged ? new TestMetrics(itemResult.latencyMillis(), itemResult.scores()) : null,
                isToldVerdict ? itemResult.verdict() : null,
                isToldVerdict ? itemResult.error() : null,
                isToldVerdict ? itemResult.errorType() : null,
                test.configuration());
    }
}
