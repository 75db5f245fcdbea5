package ai.rhesis.backend.integration.tool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task for an agent with the functions of a tool.
record ToolQueryRequest(
        @NotBlank @Size(max = 100_000) String query,
        @NotNull UUID toolId,
        @Size(max = 100_000) @Nullable String systemPrompt,
        @Min(1) @Max(100) @Nullable Integer maxIterations) {}
