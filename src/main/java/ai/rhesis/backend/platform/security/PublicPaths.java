package ai.rhesis.backend.platform.security;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/// The paths that ask for no token.
public final class PublicPaths {

    static final List<String> ALL = List.of(
            "/",
            "/health",
            "/health/live",
            "/health/ready",
            "/auth/register",
            "/auth/login/email",
            "/auth/exchange-code",
            "/auth/refresh",
            "/auth/logout",
            "/auth/verify",
            "/auth/providers",
            "/auth/verify-email",
            "/auth/resend-verification",
            "/auth/forgot-password",
            "/auth/reset-password",
            "/auth/magic-link",
            "/auth/magic-link/verify",
            "/auth/local-login",
            "/ws",
            "/feedback",
            "/openapi.json/**",
            "/docs/**");

    private PublicPaths() {}

    public static boolean include(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ALL.stream().map(PathPatternParser.defaultInstance::parse).anyMatch(pattern -> pattern.matches(parsed));
    }
}
