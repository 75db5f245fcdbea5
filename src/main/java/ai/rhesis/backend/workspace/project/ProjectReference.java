package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.platform.query.Joined;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project as it is named on what is in it.
public record ProjectReference(
        UUID id, String nanoId, String name, @Nullable String icon) implements Joined {}
