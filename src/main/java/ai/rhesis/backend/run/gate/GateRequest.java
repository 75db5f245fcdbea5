package ai.rhesis.backend.run.gate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The rules that a run is to keep.
///
/// @param baseline the id of a run, or the name of a baseline of its test set; needed by a verdict
record GateRequest(
        @Size(max = 100) @Nullable String baseline,
        @NotNull @Valid GateRules rules) {}
