package ai.rhesis.backend.suite.generation.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An earlier message of a user about a plan, with the items that were switched on then.
record Earlier(
        @NotNull @Size(max = 20_000) String content,
        @Nullable String timestamp,
        @Size(max = 100) @Nullable List<@NotNull @Valid Chip> chipStates) {

    /// An item of a plan as a user left it.
    record Chip(
            @NotBlank @Size(max = 255) String label,
            @Size(max = 2_000) @Nullable String description,
            boolean active,
            @Size(max = 100) @Nullable String category) {}
}
