package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.identity.user.Deactivated;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.AccessTokens;
import ai.rhesis.backend.platform.security.Session;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps people logged in: a refresh token stays the same and gives access tokens for seven days after its last use,
/// for 30 days at most.
@Service
class SessionService {

    private final AccountRepository accounts;
    private final AccessTokens accessTokens;
    private final TransactionTemplate transaction;

    SessionService(AccountRepository accounts, AccessTokens accessTokens, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.transaction = transaction;
    }

    TokenPair exchange(Secret code) {
        Secret refreshToken = Secret.random();
        Optional<Session> session = transaction.execute(status -> {
            Optional<Session> begun = accounts.consumeCode(code);
            begun.ifPresent(holder -> accounts.storeRefreshToken(holder.account(), refreshToken));
            return begun;
        });
        return pair(session, refreshToken, "The code is unknown, used or expired; log in again.");
    }

    TokenPair refresh(Secret refreshToken) {
        Optional<Session> session = transaction.execute(status -> accounts.useRefreshToken(refreshToken));
        return pair(session, refreshToken, "The refresh token is unknown, revoked or expired; log in again.");
    }

    void logout(Secret refreshToken) {
        transaction.executeWithoutResult(status -> accounts.revoke(refreshToken));
    }

    /// Who is let in again later logs in again.
    @EventListener
    void end(Deactivated user) {
        accounts.endSessions(user.userId());
    }

    private TokenPair pair(Optional<Session> session, Secret refreshToken, String refusal) {
        return session.map(holder -> new TokenPair(accessTokens.issue(holder), refreshToken))
                .orElseThrow(() -> Problem.unauthorized(refusal).exception());
    }
}
