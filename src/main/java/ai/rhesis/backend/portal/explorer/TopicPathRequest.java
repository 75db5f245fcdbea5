package ai.rhesis.backend.portal.explorer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A new topic.
///
/// @param labeler accepted and left
record TopicPathRequest(
        @NotNull @Size(min = 1, max = 255) String path,
        @Nullable String labeler) {}
