package ai.rhesis.backend.identity.token;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as it may be read at any time. Without a project it acts in all of them, and each request may name one.
record TokenResponse(
        Identity identity,
        String name,
        String tokenObfuscated,
        String tokenType,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant lastRefreshedAt,
        @Nullable UUID projectId,
        List<String> scopes)
        implements Identified {

    static final String TYPE = "bearer";

    static TokenResponse of(ApiToken token) {
        return new TokenResponse(
                Identity.of(token),
                token.getName(),
                token.getTokenObfuscated(),
                TYPE,
                token.getExpiresAt(),
                token.getLastUsedAt(),
                token.getLastRefreshedAt(),
                token.getProjectId(),
                token.getScopes());
    }
}
