package ai.rhesis.backend.portal.explorer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A new tree.
record ExplorerSetRequest(
        @NotBlank @Size(max = 255) String name, @Nullable String description) {}
