package ai.rhesis.backend.run.worker;

import static java.util.Objects.requireNonNullElse;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.start.ExecutionRequest;
import ai.rhesis.backend.suite.testcase.MultiTurnConfiguration;
import ai.rhesis.backend.suite.testcase.TestPrompt;
import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One test to be run at once: a stored one, or one that is written here.
///
/// @param endpointId an endpoint, or a stored model
/// @param requirementId whose metrics judge a test that is not stored
record AdHocRunRequest(
        @Nullable UUID testId,
        @Valid @Nullable TestPrompt prompt,
        @Valid @Nullable MultiTurnConfiguration testConfiguration,
        @JsonAlias("behavior_id") @Nullable UUID requirementId,
        @NotNull UUID endpointId,
        Boolean evaluateMetrics,
        @Nullable UUID executionModelId,
        @Nullable UUID evaluationModelId) {

    AdHocRunRequest {
        evaluateMetrics = requireNonNullElse(evaluateMetrics, true);
    }

    /// @throws ProblemException 422 unless there is a test
    void requireTest() {
        if (testId == null && prompt == null && testConfiguration == null) {
            throw Problem.invalid("test_id", "is required, unless prompt or test_configuration is given")
                    .exception();
        }
    }

    ExecutionRequest execution() {
        return ExecutionRequest.judgedBy(evaluationModelId, executionModelId);
    }
}
