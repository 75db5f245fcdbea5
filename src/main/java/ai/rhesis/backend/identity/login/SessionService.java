package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.AccessTokens;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps people logged in: each refresh token gives one new pair, and a second use of it ends the whole family.
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
        Optional<UUID> account = transaction.execute(status -> {
            Optional<UUID> holder = accounts.consumeCode(code);
            holder.ifPresent(id -> accounts.storeRefreshToken(id, UUID.randomUUID(), refreshToken));
            return holder;
        });
        return pair(account, refreshToken, "The code is unknown, used or expired; log in again.");
    }

    /// Refuses only after the commit, for a refusal revokes the family.
    TokenPair refresh(Secret refreshToken) {
        Secret successor = Secret.random();
        Optional<UUID> account = transaction.execute(status -> accounts.rotateRefreshToken(refreshToken, successor));
        return pair(account, successor, "The refresh token is unknown, used, revoked or expired; log in again.");
    }

    void logout(Secret refreshToken) {
        transaction.executeWithoutResult(status -> accounts.revokeFamily(refreshToken));
    }

    private TokenPair pair(Optional<UUID> account, Secret refreshToken, String refusal) {
        UUID holder = account.orElseThrow(() -> Problem.unauthorized(refusal).exception());
        return new TokenPair(accessTokens.issue(holder), refreshToken);
    }
}
