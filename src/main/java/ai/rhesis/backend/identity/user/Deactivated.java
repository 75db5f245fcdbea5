package ai.rhesis.backend.identity.user;

import java.util.UUID;

/// Told, inside the transaction, when a user is deactivated, so that what goes on in their name ends.
public record Deactivated(UUID userId) {}
