package ai.rhesis.backend.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The member who owns a project.
public record Owner(UUID id, String nanoId, @Nullable String name, String email) {}
