package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.workspace.project.ProjectReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An endpoint as it is named on what runs against it.
public record EndpointReference(
        UUID id,
        String nanoId,
        String name,
        String connectionType,
        String environment,
        @Nullable ProjectReference project)
        implements Joined {}
