package ai.rhesis.backend.comment;

import java.util.UUID;

/// A member who reacted.
public record Reaction(UUID userId, String userName) {}
