package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tool as a client reads it, without its credentials.
record ToolResponse(
        Identity identity,
        String name,
        @Nullable String description,
        UUID toolProviderTypeId,
        @Nullable TypeReference toolProviderType,
        @Nullable Map<String, @Nullable Object> toolMetadata)
        implements Identified {

    static ToolResponse of(ToolView view) {
        Tool tool = view.tool();
        return new ToolResponse(
                Identity.of(tool),
                tool.getName(),
                tool.getDescription(),
                tool.getToolProviderTypeId(),
                view.toolProviderType(),
                tool.getToolMetadata());
    }
}
