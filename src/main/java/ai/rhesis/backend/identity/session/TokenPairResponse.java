package ai.rhesis.backend.identity.session;

import ai.rhesis.backend.platform.security.AccessTokens;

/// A pair of tokens as the client reads it; the session token of browser clients is the access token.
public record TokenPairResponse(
        String accessToken, String sessionToken, String refreshToken, String tokenType, long expiresIn) {

    public static TokenPairResponse of(TokenPair pair) {
        return new TokenPairResponse(
                pair.accessToken(),
                pair.accessToken(),
                pair.refreshToken().text(),
                "bearer",
                AccessTokens.LIFETIME.toSeconds());
    }
}
