package ai.rhesis.backend.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// The filter that reads the bearer token of the header, the only place for a token, and remembers its holder for
/// the request.
///
/// A public path ignores it: who refreshes an expired token may well send that with it.
class BearerFilter extends OncePerRequestFilter {

    private final Authenticator authenticator;
    private final RequestMatcher publicPaths;
    private final HandlerExceptionResolver problems;

    BearerFilter(Authenticator authenticator, RequestMatcher publicPaths, HandlerExceptionResolver problems) {
        this.authenticator = authenticator;
        this.publicPaths = publicPaths;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return publicPaths.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (identify(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /// Identifies the caller; false when the request was answered because nobody holds the token or the database
    /// can't say.
    private boolean identify(HttpServletRequest request, HttpServletResponse response) {
        try {
            String token = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
            if (token != null) {
                Callers.remember(authenticator.authenticate(token));
            }
            return true;
        } catch (RuntimeException refused) {
            problems.resolveException(request, response, null, refused);
            return false;
        }
    }
}
