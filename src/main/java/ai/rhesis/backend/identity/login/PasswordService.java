package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.identity.account.Account;
import ai.rhesis.backend.identity.account.AccountQueries;
import ai.rhesis.backend.identity.account.Passwords;
import ai.rhesis.backend.identity.session.SessionService;
import ai.rhesis.backend.identity.session.TokenPair;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The change of one's own password, which ends all sessions and begins a new one.
@Service
class PasswordService {

    private final AccountQueries accounts;
    private final LoginService logins;
    private final SessionService sessions;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    PasswordService(
            AccountQueries accounts,
            LoginService logins,
            SessionService sessions,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.logins = logins;
        this.sessions = sessions;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /// @throws ProblemException 422 when the current password is another, 429 after too many of them
    TokenPair change(UUID user, PasswordRequest request, LoginSource source) {
        String address = transaction.execute(status -> accounts.findAddress(user));
        Account account = holder(address, request.currentPassword(), source);
        String hash = passwords.hash(request.newPassword());
        Login login = transaction.execute(status -> {
            accounts.changePassword(account.id(), hash);
            return logins.enter(account.id());
        });
        return sessions.exchange(login.code());
    }

    /// Finds the account. A wrong password is a bad field here, because the caller is logged in.
    private Account holder(String address, String password, LoginSource source) {
        try {
            return logins.authenticate(address, password, source);
        } catch (ProblemException refusal) {
            throw refusal.problem().httpStatus() == HttpStatus.UNAUTHORIZED
                    ? Problem.invalid("current_password", "is not the password of this account")
                            .exception()
                    : refusal;
        }
    }
}
