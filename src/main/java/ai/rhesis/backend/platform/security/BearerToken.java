package ai.rhesis.backend.platform.security;

import org.jspecify.annotations.Nullable;

/// The token in an `Authorization` header of the scheme `Bearer`.
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /// Reads the token; null without such a header.
    public static @Nullable String of(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
