package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.identity.account.Account;
import ai.rhesis.backend.identity.account.AccountQueries;
import ai.rhesis.backend.identity.account.Candidate;
import ai.rhesis.backend.identity.account.Passwords;
import ai.rhesis.backend.identity.session.SessionService;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The login by address and password.
///
/// Passwords are compared between two transactions: it takes a tenth of a second, and no connection should wait for
/// it.
@Service
public class LoginService {

    private final AccountQueries accounts;
    private final LoginQueries attempts;
    private final SessionService sessions;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    LoginService(
            AccountQueries accounts,
            LoginQueries attempts,
            SessionService sessions,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    Login login(LoginRequest request, LoginSource source) {
        Account account = authenticate(request.email(), request.password(), source);
        return transaction.execute(status -> enter(account.id()));
    }

    /// Finds the account of the address if this is its password and the account is open.
    ///
    /// @throws ProblemException 401 or 429, alike for a wrong address and a wrong password
    public Account authenticate(String email, String password, LoginSource source) {
        LoginTurn turn = transaction.execute(status -> attempts.begin(email, source.text()));
        turn.await();
        Candidate candidate = transaction.execute(status -> accounts.findLogin(email));
        Account account = passwords.match(password, candidate.passwordHash()) ? candidate.account() : null;
        if (account == null || !isRecorded(email, source, account)) {
            throw turn.refusal().exception();
        }
        return account;
    }

    private boolean isRecorded(String email, LoginSource source, Account account) {
        return transaction.execute(status -> {
            boolean mayEnter = accounts.mayEnter(account.id());
            if (mayEnter) {
                attempts.record(email, source.text(), account.id());
            }
            return mayEnter;
        });
    }

    /// Gives the code that stands for this login, and joins its holder to the organization that waits for
    /// them; inside the caller's transaction.
    public Login enter(UUID account) {
        UUID holder = accounts.joinExpecting(account);
        return new Login(accounts.find(holder), sessions.code(holder));
    }
}
