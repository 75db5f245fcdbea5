package ai.rhesis.backend.identity.account;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.secrets.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The accounts that the operator creates or resets. Each gets a random password, to be told to its holder and
/// changed.
@Component
public class OperatorAccounts {

    private final AccountQueries accounts;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    OperatorAccounts(AccountQueries accounts, Passwords passwords, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /// Creates an account and returns its password; null when the address has one already.
    public @Nullable String create(String email, @Nullable String name) {
        String password = Secret.random().text();
        String hash = passwords.hash(password);
        Account account = new Account(BaseEntity.newId(), email, name, null);
        boolean made = transaction.execute(status -> accounts.register(account, hash));
        return made ? password : null;
    }

    /// Gives an account a new password, returns it and ends its sessions; null when nobody has the address.
    @Nullable
    String resetPassword(String email) {
        String password = Secret.random().text();
        String hash = passwords.hash(password);
        Candidate candidate = transaction.execute(status -> accounts.findLogin(email));
        Account account = candidate.account();
        if (account == null) {
            return null;
        }
        transaction.executeWithoutResult(status -> accounts.changePassword(account.id(), hash));
        return password;
    }
}
