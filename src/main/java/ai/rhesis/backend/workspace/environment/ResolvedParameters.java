package ai.rhesis.backend.workspace.environment;

import ai.rhesis.backend.workspace.experiment.Experiment;
import ai.rhesis.backend.workspace.experiment.ExperimentVersion;
import ai.rhesis.backend.workspace.parameter.ParameterSchema;
import org.jspecify.annotations.Nullable;

/// The parameter values that a reference leads to.
///
/// @param schema the parameters that the project has now
/// @param source `environment`, `experiment_id` or `version`
/// @param sourceEnvironment the environment, where that is the source
public record ResolvedParameters(
        ParameterSchema schema,
        Experiment experiment,
        ExperimentVersion version,
        String source,
        @Nullable String sourceEnvironment) {}
