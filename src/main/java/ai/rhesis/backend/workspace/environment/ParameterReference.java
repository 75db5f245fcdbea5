package ai.rhesis.backend.workspace.environment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Parameter values as a client names them: by an experiment, a version, an environment or several of these.
public record ParameterReference(
        @Nullable UUID experimentId,
        @Nullable String version,
        @Nullable String environment) {

    public static final ParameterReference NONE = new ParameterReference(null, null, null);

    /// Takes a blank text for none.
    public ParameterReference {
        version = version == null || version.isBlank() ? null : version.strip();
        environment = environment == null || environment.isBlank() ? null : environment.strip();
    }

    public boolean isEmpty() {
        return experimentId == null && version == null && environment == null;
    }

    String environmentOrDefault() {
        return environment == null ? EnvironmentName.DEFAULT : environment;
    }
}
