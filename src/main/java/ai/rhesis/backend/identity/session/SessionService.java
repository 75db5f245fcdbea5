package ai.rhesis.backend.identity.session;

import ai.rhesis.backend.identity.account.AccountQueries;
import ai.rhesis.backend.identity.user.Deactivated;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.AccessTokens;
import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.security.SessionUser;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The sessions of people who are logged in. A refresh token stays the same and gives access tokens for seven days
/// after its last use, for 30 days at most.
@Service
public class SessionService {

    private final AccountQueries accounts;
    private final SessionQueries sessions;
    private final AccessTokens accessTokens;
    private final TransactionTemplate transaction;

    SessionService(
            AccountQueries accounts,
            SessionQueries sessions,
            AccessTokens accessTokens,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.transaction = transaction;
    }

    /// Gives the code that begins a session of an account, once and within a minute; inside the caller's transaction.
    public Secret code(UUID account) {
        Secret code = Secret.random();
        sessions.storeCode(account, code);
        return code;
    }

    public TokenPair exchange(Secret code) {
        Secret refreshToken = Secret.random();
        Optional<String> accessToken = transaction.execute(status -> {
            Optional<Session> begun = sessions.consumeCode(code);
            begun.ifPresent(holder -> sessions.storeRefreshToken(holder.account(), refreshToken));
            return begun.map(this::accessToken);
        });
        return pair(accessToken, refreshToken, "The code is unknown, used or expired; log in again.");
    }

    TokenPair refresh(Secret refreshToken) {
        Optional<String> accessToken = transaction.execute(
                status -> sessions.useRefreshToken(refreshToken).map(this::accessToken));
        return pair(accessToken, refreshToken, "The refresh token is unknown, revoked or expired; log in again.");
    }

    void logout(Secret refreshToken) {
        transaction.executeWithoutResult(status -> sessions.revoke(refreshToken));
    }

    /// Ends all sessions of a deactivated user, who has to log in again when activated.
    @EventListener
    void end(Deactivated user) {
        sessions.end(user.userId());
    }

    /// Finds the holder of an access token whose session is open.
    ///
    /// @throws ProblemException 401 when there is no such session
    SessionUser holder(String accessToken) {
        return ofCurrent(accessToken, session -> accounts.find(session.account()))
                .orElseThrow(() -> Problem.unauthorized("The session token is invalid or expired; log in again.")
                        .exception());
    }

    /// Ends all sessions of the holder of an access token; nothing when nobody holds it any more.
    void endAll(@Nullable String accessToken) {
        ofCurrent(accessToken, session -> {
            sessions.end(session.account());
            return session;
        });
    }

    private <T> Optional<T> ofCurrent(@Nullable String accessToken, Function<Session, T> work) {
        return Optional.ofNullable(accessToken)
                .map(accessTokens::session)
                .flatMap(session -> transaction.execute(status ->
                        Optional.of(session).filter(sessions::isCurrent).map(work)));
    }

    private String accessToken(Session session) {
        return accessTokens.issue(session, accounts.find(session.account()));
    }

    private static TokenPair pair(Optional<String> accessToken, Secret refreshToken, String refusal) {
        return accessToken
                .map(token -> new TokenPair(token, refreshToken))
                .orElseThrow(() -> Problem.unauthorized(refusal).exception());
    }
}
