package ai.rhesis.backend.portal.preflight;

import static java.util.Objects.requireNonNullElse;

import ai.rhesis.backend.metric.metric.MetricChoice;
import ai.rhesis.backend.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The run that somebody is about to start.
///
/// @param correlationId the id of the channel that is told of each check; a new one when absent
/// @param scoringTarget `reuse` where stored outputs are judged and the endpoint is not asked
/// @param metricMode where the metrics come from
record PreflightRequest(
        @Nullable UUID testSetId,
        @Size(max = MAX_SETS) @Nullable List<@NotNull UUID> testSetIds,
        @NotNull UUID endpointId,
        @Nullable UUID correlationId,

        @Pattern(regexp = "fresh|reuse", message = "must be fresh or reuse")
        String scoringTarget,

        @Pattern(
                regexp = "use_requirement|use_test_set|define_custom",
                message = "must be use_requirement, use_test_set or define_custom")
        String metricMode,

        @Size(max = 100) @Nullable List<@NotNull @Valid MetricChoice> selectedMetrics,
        @Nullable UUID executionModelId,
        @Nullable UUID evaluationModelId,

        @Pattern(regexp = "async|sync", message = "must be async or sync")
        String mode) {

    static final int MAX_SETS = 50;

    PreflightRequest {
        scoringTarget = requireNonNullElse(scoringTarget, "fresh");
        metricMode = requireNonNullElse(metricMode, "use_requirement");
        mode = requireNonNullElse(mode, "async");
    }

    /// Lists the sets, each once.
    ///
    /// @throws ProblemException 422 when there are none
    List<UUID> sets() {
        if (testSetIds != null && !testSetIds.isEmpty()) {
            return testSetIds.stream().distinct().toList();
        }
        if (testSetId == null) {
            throw Problem.invalid("test_set_id", "is required, or test_set_ids").exception();
        }
        return List.of(testSetId);
    }

    List<MetricChoice> chosen() {
        return selectedMetrics == null ? List.of() : selectedMetrics;
    }

    boolean isReuse() {
        return scoringTarget.equals("reuse");
    }

    boolean isSync() {
        return mode.equals("sync");
    }
}
