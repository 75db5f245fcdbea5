package ai.rhesis.backend.integration.tool;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The connection that a client wants tried: of a stored tool, or of one that is not stored.
record ToolConnectionRequest(
        @Nullable UUID toolId,
        @Nullable UUID providerTypeId,
        @Nullable Map<String, String> credentials,
        @Nullable Map<String, @Nullable Object> toolMetadata) {

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ToolConnectionRequest[" + toolId + "]";
    }
}
