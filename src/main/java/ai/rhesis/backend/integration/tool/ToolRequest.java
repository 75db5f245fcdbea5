package ai.rhesis.backend.integration.tool;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tool as a client writes it.
///
/// @param credentials needed for a new tool; left out of what [#of] returns, so that what isn't mentioned stays
record ToolRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        @NotNull UUID toolProviderTypeId,

        @Size(min = 1, max = 20) @Nullable
        Map<@NotBlank @Size(max = 255) String, @NotNull @Size(max = 8192) String> credentials,

        @Nullable Map<String, @Nullable Object> toolMetadata) {

    static ToolRequest of(Tool tool) {
        return new ToolRequest(
                tool.getId(),
                tool.getName(),
                tool.getDescription(),
                tool.getToolProviderTypeId(),
                null,
                tool.getToolMetadata());
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ToolRequest[" + name + "]";
    }
}
