package ai.rhesis.backend.integration.tool;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A repository of GitHub whose texts are wanted.
///
/// @param toolId a tool of GitHub whose token opens the repository; what everybody may read when absent
record GithubContentsRequest(
        @NotBlank @Size(max = 2_000) String repoUrl,
        @Nullable UUID toolId) {}
