package ai.rhesis.backend.identity.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who can log in, and where they belong.
public record Account(
        UUID id,
        String email,
        @Nullable String name,
        @Nullable UUID organizationId) {}
