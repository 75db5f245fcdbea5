package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.identity.account.Account;
import ai.rhesis.backend.identity.account.AccountQueries;
import ai.rhesis.backend.identity.account.Passwords;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.apache.catalina.Globals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The login without a password, for one person on their own machine: off unless the operator switches it on, and never
/// for a caller from elsewhere.
@Component
public class QuickStart {

    private final AccountQueries accounts;
    private final LoginService logins;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final String email;
    private final boolean isOn;

    QuickStart(
            AccountQueries accounts,
            LoginService logins,
            Passwords passwords,
            TransactionTemplate transaction,
            @Value("${rhesis.quick-start.email}") String email,
            @Value("${rhesis.quick-start.enabled}") boolean isOn) {
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.transaction = transaction;
        this.email = email;
        this.isOn = isOn;
    }

    public boolean isOpenTo(HttpServletRequest request) {
        // behind a proxy, the address is what somebody wrote into a header
        return isOn && request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null && isLoopback(request);
    }

    private static boolean isLoopback(HttpServletRequest request) {
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// @throws ProblemException 403 unless it is on and the caller is on this machine
    Login login(HttpServletRequest request) {
        if (!isOpenTo(request)) {
            throw Problem.forbidden("Logging in without a password is off, or you are not on the server's machine.")
                    .exception();
        }
        String hash = passwords.hash(Secret.random().text());
        return transaction.execute(status -> {
            // who is there already stays as they are
            accounts.register(new Account(BaseEntity.newId(), email, "Quick start", null), hash);
            Account account = accounts.findLogin(email).account();
            if (account == null || !accounts.mayEnter(account.id())) {
                throw Problem.forbidden("The account of the quick start is closed.")
                        .exception();
            }
            return logins.enter(account.id());
        });
    }
}
