package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The authentication of bearer tokens, anew for every request, so that a revoked token fails on the next one.
@Component
class Authenticator {

    private final CallerRepository callers;
    private final AccessTokens accessTokens;

    Authenticator(CallerRepository callers, AccessTokens accessTokens) {
        this.callers = callers;
        this.accessTokens = accessTokens;
    }

    /// @throws ProblemException 401 when nobody holds the token, 403 when its holder is locked out
    Caller authenticate(String token) {
        return token.startsWith(OrganizationSecret.API_TOKEN + "-") ? ofApiToken(token) : ofAccessToken(token);
    }

    private Caller ofApiToken(String text) {
        return Optional.ofNullable(OrganizationSecret.parse(OrganizationSecret.API_TOKEN, text))
                .flatMap(callers::findByToken)
                .orElseThrow(() -> unknown("The API token is unknown, revoked or expired."));
    }

    private Caller ofAccessToken(String text) {
        Session session = accessTokens.session(text);
        Caller caller = Optional.ofNullable(session)
                .flatMap(callers::findByAccount)
                .orElseThrow(() -> unknown("The access token is invalid or expired; log in again or refresh it."));
        if (caller.organizationId() != null && caller.role() == null) {
            throw Problem.forbidden("You or your organization were deactivated.")
                    .exception();
        }
        return caller;
    }

    private static ProblemException unknown(String detail) {
        return Problem.unauthorized(detail).exception();
    }
}
