package ai.rhesis.backend.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// The check of bearer tokens, which stand in the header and nowhere else.
@Component
class BearerTokenCheck {

    private final Authenticator authenticator;
    private final HandlerExceptionResolver problems;

    BearerTokenCheck(
            Authenticator authenticator, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.authenticator = authenticator;
        this.problems = problems;
    }

    /// Makes the filter that checks all requests but some.
    AuthenticationFilter except(RequestMatcher open) {
        AuthenticationFilter filter = new AuthenticationFilter(authenticator, BearerTokenCheck::token);
        filter.setRequestMatcher(new NegatedRequestMatcher(open));
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler((request, response, refused) ->
                problems.resolveException(request, response, null, ((RefusedTokenException) refused).refusal()));
        return filter;
    }

    private static @Nullable Authentication token(HttpServletRequest request) {
        String token = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        return token == null ? null : UsernamePasswordAuthenticationToken.unauthenticated(null, token);
    }
}
