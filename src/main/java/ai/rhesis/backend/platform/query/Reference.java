package ai.rhesis.backend.platform.query;

import java.util.UUID;

/// Another object as it is named beside the one that points at it.
public record Reference(UUID id, String nanoId, String name) implements Joined {}
