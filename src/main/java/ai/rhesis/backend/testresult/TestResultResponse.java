package ai.rhesis.backend.testresult;

import ai.rhesis.backend.query.Reference;
import ai.rhesis.backend.subject.Counts;
import ai.rhesis.backend.tag.TagReference;
import ai.rhesis.backend.target.Usage;
import ai.rhesis.backend.user.UserReference;
import ai.rhesis.backend.web.Identified;
import ai.rhesis.backend.web.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A result as a client reads it.
public record TestResultResponse(
        Identity identity,
        UUID testConfigurationId,
        @Nullable UUID testRunId,
        @Nullable Reference testRun,
        @Nullable UUID testId,
        @Nullable TestedView test,
        @Nullable UUID promptId,
        @Nullable UUID statusId,
        Label status,
        Verdict verdict,
        int repetition,
        @Nullable Long position,
        @Nullable String error,
        @Nullable String errorType,
        @Nullable JsonNode testOutput,
        TestMetrics testMetrics,
        @Nullable Long latencyMillis,
        Usage targetUsage,
        Usage judgeUsage,
        @Nullable UserReference user,
        List<TagReference> tags,
        Counts counts)
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
                Label.of(view),
                result.getVerdict(),
                result.getRepetition(),
                result.getPosition(),
                result.getError(),
                result.getErrorType(),
                result.getTestOutput(),
                view.metrics(),
                result.getLatencyMillis(),
                result.targetUsage(),
                result.judgeUsage(),
                view.user(),
                view.attached().tags(),
                view.attached().counts());
    }

    /// The status that the organization shows; where it has none for the verdict any more, the verdict itself.
    public record Label(@Nullable UUID id, @Nullable String nanoId, String name) {

        static Label of(TestResultView view) {
            Reference status = view.status();
            return status == null
                    ? new Label(null, null, view.result().getVerdict().toString())
                    : new Label(status.id(), status.nanoId(), status.name());
        }
    }
}
