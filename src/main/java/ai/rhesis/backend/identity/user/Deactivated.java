package ai.rhesis.backend.identity.user;

import java.util.UUID;

/// The event, inside the transaction, of a user's deactivation, on which all that runs in their name ends.
public record Deactivated(UUID userId) {}
