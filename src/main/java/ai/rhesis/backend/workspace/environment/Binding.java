package ai.rhesis.backend.workspace.environment;

import ai.rhesis.backend.workspace.experiment.ExperimentVersion;
import java.util.UUID;

/// The version of an experiment that is bound to an environment.
///
/// @param version the label of the version: `v1`
record Binding(UUID experimentId, String version) {

    static Binding of(UUID experimentId, int number) {
        return new Binding(experimentId, ExperimentVersion.label(number));
    }
}
