package ai.rhesis.backend.run.start;

import static java.util.Objects.requireNonNullElse;

import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.run.testrun.ParameterSnapshot;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The plan of a run: all that it pins beside its tests and metrics, stored with it as JSON.
///
/// @param driver the model that plays the user of tests over several turns
/// @param judge the model that judges for metrics without one of their own
/// @param judges the own models of metrics, by the id of the model
/// @param isRescore whether stored outputs are judged again, and the target is not called
/// @param parameters the values that requests name as `params`; none for a run that was started without an experiment
/// @param parameterSnapshot the attributes of the run that tell of the values
public record RunPlan(
        PinnedTarget target,
        @Nullable ModelSnapshot driver,
        @Nullable ModelSnapshot judge,
        Map<UUID, ModelSnapshot> judges,
        ExecutionOptions options,
        boolean isRescore,
        Map<String, Object> parameters,
        Map<String, @Nullable Object> parameterSnapshot) {

    /// Takes a plan without parameters, as older runs have it, for one with none.
    public RunPlan {
        parameters = requireNonNullElse(parameters, Map.of());
        parameterSnapshot = requireNonNullElse(parameterSnapshot, Map.of());
    }

    RunPlan with(ParameterSnapshot snapshot) {
        return new RunPlan(target, driver, judge, judges, options, isRescore, snapshot.values(), snapshot.attributes());
    }

    RunPlan with(ExecutionOptions options) {
        return new RunPlan(target, driver, judge, judges, options, isRescore, parameters, parameterSnapshot);
    }

    /// Tells whether files of its tests are sent.
    public boolean takesFiles() {
        return !isRescore && target.takesFiles();
    }

    public @Nullable ModelSnapshot judgeOf(MetricSnapshot metric) {
        return metric.modelId() == null ? judge : judges.get(metric.modelId());
    }
}
