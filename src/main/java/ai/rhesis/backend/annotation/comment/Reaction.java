package ai.rhesis.backend.annotation.comment;

import java.util.UUID;

/// A member who reacted.
record Reaction(UUID userId, String userName) {}
