package ai.rhesis.backend.platform.security;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/// The authentication of bearer tokens, anew for every request, so that a revoked token fails on the next one.
@Component
class Authenticator implements AuthenticationManager {

    private final BearerHolders holders;

    Authenticator(BearerHolders holders) {
        this.holders = holders;
    }

    /// @throws RefusedTokenException when nobody holds the token, its holder is locked out, or the database can't say
    @Override
    public Authentication authenticate(Authentication token) {
        try {
            Caller caller = holders.require(holders.read(String.valueOf(token.getCredentials())));
            return UsernamePasswordAuthenticationToken.authenticated(caller, null, AuthorityUtils.NO_AUTHORITIES);
        } catch (RuntimeException refusal) {
            throw new RefusedTokenException(refusal);
        }
    }
}
