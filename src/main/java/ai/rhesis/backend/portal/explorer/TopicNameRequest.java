package ai.rhesis.backend.portal.explorer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// The new name of the last part of a topic's path.
record TopicNameRequest(
        @NotNull @Size(min = 1, max = 255) @Pattern(regexp = "[^/]*", message = "must be without a slash")
        String newName) {}
