package ai.rhesis.backend.workspace.experiment;

import org.jspecify.annotations.Nullable;

/// An experiment with the name of its project, as far as that is living.
public record ExperimentView(
        Experiment experiment, @Nullable String projectName) {}
