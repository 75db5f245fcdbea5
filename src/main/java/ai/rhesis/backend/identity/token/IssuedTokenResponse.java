package ai.rhesis.backend.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The only answer that ever holds the token itself.
record IssuedTokenResponse(
        UUID id,
        String accessToken,
        String tokenObfuscated,
        String tokenType,
        @Nullable Instant expiresAt,
        @Nullable Instant lastRefreshedAt,
        @Nullable UUID projectId,
        String name) {

    static IssuedTokenResponse of(IssuedToken issued) {
        ApiToken token = issued.token();
        return new IssuedTokenResponse(
                token.getId(),
                issued.secret().text(),
                token.getTokenObfuscated(),
                TokenResponse.TYPE,
                token.getExpiresAt(),
                token.getLastRefreshedAt(),
                token.getProjectId(),
                token.getName());
    }
}
