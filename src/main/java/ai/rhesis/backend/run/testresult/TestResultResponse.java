package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.annotation.status.StatusLabel;
import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.security.PermittedActions;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import ai.rhesis.backend.run.review.ResultReviews;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A result as a client reads it.
record TestResultResponse(
        Identity identity,
        UUID testConfigurationId,
        @Nullable UUID testRunId,
        @Nullable Reference testRun,
        @Nullable UUID testId,
        @Nullable TestedView test,
        @Nullable UUID promptId,
        @Nullable UUID statusId,
        StatusLabel status,
        Verdict verdict,
        int repetition,
        @Nullable Long position,
        @Nullable String error,
        @Nullable String errorType,
        @Nullable JsonNode testOutput,
        TestMetrics testMetrics,
        @Nullable Long durationMs,
        Usage targetUsage,
        Usage judgeUsage,
        @Nullable UserReference user,
        List<TagReference> tags,
        Counts counts,
        List<String> permittedActions,
        @JsonUnwrapped ResultReviews reviews)
        implements Identified {

    public static TestResultResponse of(TestResultView view) {
        TestResult result = view.result();
        return new TestResultResponse(
                Identity.of(result),
                result.getTestConfigurationId(),
                result.getTestRunId(),
                view.testRun(),
                view.testId(),
                view.test(),
                result.getPromptId(),
                result.getStatusId(),
                StatusLabel.of(view.status(), result.getVerdict()),
                result.getVerdict(),
                result.getRepetition(),
                result.getPosition(),
                result.getError(),
                result.getErrorType(),
                view.output(),
                view.metrics(),
                result.getLatencyMillis(),
                result.targetUsage(),
                result.judgeUsage(),
                view.user(),
                view.attached().tags(),
                view.attached().counts(),
                PermittedActions.ofMembers("test_result:update", "test_result:delete"),
                view.resultReviews());
    }
}
