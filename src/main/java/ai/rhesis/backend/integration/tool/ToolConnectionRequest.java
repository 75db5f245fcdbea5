package ai.rhesis.backend.integration.tool;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The connection that a client wants tried: of a stored tool, or of one that is not stored.
record ToolConnectionRequest(
        @Nullable UUID toolId,
        @Nullable UUID providerTypeId,

        @Size(max = 20) @Nullable Map<@NotBlank @Size(max = 255) String, @NotNull @Size(max = 8192) String> credentials,

        @Nullable Map<String, @Nullable Object> toolMetadata) {

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ToolConnectionRequest[" + toolId + "]";
    }
}
