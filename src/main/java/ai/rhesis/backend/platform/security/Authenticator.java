package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The authentication of bearer tokens, anew for every request, so that a revoked token fails on the next one.
@Component
class Authenticator {

    private final CallerQueries callers;
    private final SessionHolders holders;
    private final AccessTokens accessTokens;

    Authenticator(CallerQueries callers, SessionHolders holders, AccessTokens accessTokens) {
        this.callers = callers;
        this.holders = holders;
        this.accessTokens = accessTokens;
    }

    /// @throws ProblemException 401 when nobody holds the token, 403 when its holder is locked out
    Caller authenticate(String token) {
        return token.startsWith(OrganizationSecret.API_TOKEN + "-") ? ofApiToken(token) : ofAccessToken(token);
    }

    private Caller ofApiToken(String text) {
        return Optional.ofNullable(OrganizationSecret.parse(OrganizationSecret.API_TOKEN, text))
                .flatMap(callers::findByToken)
                .orElseThrow(() -> Problem.unauthorized("The API token is unknown, revoked or expired.")
                        .exception());
    }

    private Caller ofAccessToken(String text) {
        return holders.require(accessTokens.session(text));
    }
}
