package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/// The authentication of bearer tokens, anew for every request, so that a revoked token fails on the next one. API
/// tokens begin with `rh-`; all others are JWTs.
@Component
class Authenticator implements AuthenticationManager {

    private final CallerQueries callers;
    private final SessionHolders holders;
    private final AccessTokens accessTokens;

    Authenticator(CallerQueries callers, SessionHolders holders, AccessTokens accessTokens) {
        this.callers = callers;
        this.holders = holders;
        this.accessTokens = accessTokens;
    }

    /// @throws RefusedTokenException when nobody holds the token, its holder is locked out, or the database can't say
    @Override
    public Authentication authenticate(Authentication token) {
        try {
            Caller caller = callerOf(String.valueOf(token.getCredentials()));
            return UsernamePasswordAuthenticationToken.authenticated(caller, null, AuthorityUtils.NO_AUTHORITIES);
        } catch (RuntimeException refusal) {
            throw new RefusedTokenException(refusal);
        }
    }

    private Caller callerOf(String token) {
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
