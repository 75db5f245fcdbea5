package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets in who knows the password of an address.
///
/// Passwords are compared between two transactions: it takes a tenth of a second, and no connection should wait for it.
@Service
class LoginService {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    LoginService(AccountRepository accounts, Passwords passwords, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    Login login(LoginRequest request) {
        Account account = authenticate(request.email(), request.password());
        return transaction.execute(status -> enter(account));
    }

    /// The account of the address, when this is its password.
    ///
    /// @throws ProblemException 401, alike for a wrong address and password
    Account authenticate(String email, String password) {
        Candidate candidate = transaction.execute(status -> accounts.findLogin(email));
        candidate.requireOpen();
        Account account = passwords.match(password, candidate.passwordHash()) ? candidate.account() : null;
        transaction.executeWithoutResult(status -> {
            // who asks a thousand times at once passed the first look a thousand times
            accounts.findLogin(email).requireOpen();
            accounts.recordLogin(email, account == null ? null : account.id());
        });
        if (account == null) {
            throw Problem.unauthorized("The email address or the password is wrong.")
                    .exception();
        }
        return account;
    }

    /// Gives the code that stands for this login; inside the caller's transaction.
    Login enter(Account account) {
        Secret code = Secret.random();
        accounts.storeCode(account.id(), code);
        return new Login(account, code);
    }
}
