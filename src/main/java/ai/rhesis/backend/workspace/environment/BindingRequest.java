package ai.rhesis.backend.workspace.environment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/// The version that a client binds to an environment.
///
/// @param version its label or its hash
record BindingRequest(@NotNull UUID experimentId, @NotBlank String version) {}
