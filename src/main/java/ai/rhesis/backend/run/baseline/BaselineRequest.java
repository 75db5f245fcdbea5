package ai.rhesis.backend.run.baseline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The run that a baseline is to be, and why.
///
/// @param endpointId the endpoint for whose runs alone the baseline counts
/// @param modelId the model for whose runs alone the baseline counts
record BaselineRequest(
        @NotNull UUID testRunId,
        @Nullable UUID endpointId,
        @Nullable UUID modelId,
        @NotBlank @Size(max = 2_000) String reason) {}
