package ai.rhesis.backend.run.start;

import static java.util.Objects.requireNonNullElse;

import ai.rhesis.backend.metric.metric.MetricChoice;
import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import ai.rhesis.backend.run.testrun.NewRun;
import ai.rhesis.backend.run.testrun.ParameterSnapshot;
import ai.rhesis.backend.run.testrun.RunMode;
import ai.rhesis.backend.run.testrun.RunName;
import ai.rhesis.backend.workspace.environment.ParameterReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The choices for an execution; all of them can be left out.
///
/// @param metrics what judges, instead of the metrics of the test set or of the requirements
/// @param referenceTestRunId a run whose stored outputs are judged again, instead of calling the target
/// @param executionModelId the model that plays the user of tests over several turns
/// @param evaluationModelId the model that judges for metrics without one of their own
/// @param experimentId the experiment whose values the target gets as parameters
/// @param version the version of the experiment, by label or hash; the newest when absent
/// @param environment the environment whose values the target gets, where no experiment is named
public record ExecutionRequest(
        @Size(min = 1, max = 255) @Nullable String name,
        @Valid ExecutionOptions executionOptions,
        @Size(max = 100) List<@NotNull @Valid MetricChoice> metrics,
        @Nullable UUID referenceTestRunId,
        @Nullable UUID executionModelId,
        @Nullable UUID evaluationModelId,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable UUID experimentId,
        @Size(max = 64) @Nullable String version,
        @Size(max = 64) @Nullable String environment) {

    public ExecutionRequest {
        executionOptions = requireNonNullElse(executionOptions, ExecutionOptions.DEFAULT);
        metrics = requireNonNullElse(metrics, List.of());
    }

    static ExecutionRequest orDefault(@Nullable ExecutionRequest request) {
        return request == null ? judgedBy(null, null) : request;
    }

    /// Creates a request for an execution with the default options and these models.
    public static ExecutionRequest judgedBy(@Nullable UUID evaluationModelId, @Nullable UUID executionModelId) {
        return new ExecutionRequest(
                null,
                ExecutionOptions.DEFAULT,
                List.of(),
                null,
                executionModelId,
                evaluationModelId,
                null,
                null,
                null,
                null);
    }

    ExecutionRequest of(UUID reference) {
        return new ExecutionRequest(
                name,
                executionOptions,
                metrics,
                reference,
                executionModelId,
                evaluationModelId,
                attributes,
                experimentId,
                version,
                environment);
    }

    /// Returns the run that is asked for, of the whole set as it is now and without parameters.
    NewRun run(TestConfiguration configuration, PinnedTarget target, @Nullable String testSetName) {
        return new NewRun(
                configuration,
                name == null ? RunName.next() : name,
                target.name(),
                testSetName,
                referenceTestRunId,
                null,
                attributes,
                ParameterSnapshot.NONE,
                RunMode.UNKNOWN);
    }

    /// Returns the parameter values that the client asks for. A run that judges again keeps those of the run that it
    /// judges.
    ParameterReference parameters() {
        return referenceTestRunId == null
                ? new ParameterReference(experimentId, version, environment)
                : ParameterReference.NONE;
    }
}
