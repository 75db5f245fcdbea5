package ai.rhesis.backend.workspace.experiment;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// An experiment as a client writes it.
record ExperimentRequest(
        @NotBlank @Size(max = 255) String name, @Nullable String description, Visibility visibility) {

    ExperimentRequest {
        visibility = requireNonNullElse(visibility, Visibility.PRIVATE);
    }

    static ExperimentRequest of(Experiment experiment) {
        return new ExperimentRequest(experiment.getName(), experiment.getDescription(), experiment.getVisibility());
    }
}
