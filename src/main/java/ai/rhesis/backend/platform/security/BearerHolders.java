package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import org.springframework.stereotype.Component;

/// The holders of bearer tokens, with the rights that they have now. API tokens begin with `rh-`; all others are JWTs.
@Component
public class BearerHolders {

    private final CallerQueries callers;
    private final SessionHolders sessions;
    private final AccessTokens accessTokens;

    BearerHolders(CallerQueries callers, SessionHolders sessions, AccessTokens accessTokens) {
        this.callers = callers;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
    }

    /// Takes a token for the credential that it is, which outlives an access token and ends with its session.
    ///
    /// @throws ProblemException 401 for an API token of another form
    public Bearer read(String token) {
        if (!token.startsWith(OrganizationSecret.API_TOKEN + "-")) {
            return new Bearer(null, accessTokens.session(token));
        }
        OrganizationSecret parsed = OrganizationSecret.parse(OrganizationSecret.API_TOKEN, token);
        if (parsed == null) {
            throw unknown();
        }
        return new Bearer(parsed, null);
    }

    /// Reads the holder of a credential.
    ///
    /// @throws ProblemException 401 when nobody holds it any more, 403 when its holder is locked out
    public Caller require(Bearer bearer) {
        OrganizationSecret token = bearer.apiToken();
        return token == null
                ? sessions.require(bearer.session())
                : callers.findByToken(token).orElseThrow(BearerHolders::unknown);
    }

    private static ProblemException unknown() {
        return Problem.unauthorized("The API token is unknown, revoked or expired.")
                .exception();
    }
}
