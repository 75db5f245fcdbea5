package ai.rhesis.backend.workspace.environment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// An environment that a client registers, with nothing bound to it yet.
record EnvironmentRequest(
        @NotNull @Pattern(regexp = EnvironmentName.PATTERN, message = EnvironmentName.RULE)
        String name) {}
