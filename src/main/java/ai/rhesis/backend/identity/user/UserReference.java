package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.query.Joined;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user as named on what they made, own or work on.
public record UserReference(
        UUID id, String nanoId, @Nullable String name, String email) implements Joined {}
