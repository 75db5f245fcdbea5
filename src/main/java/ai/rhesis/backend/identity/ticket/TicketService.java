package ai.rhesis.backend.identity.ticket;

import ai.rhesis.backend.identity.account.AccountQueries;
import ai.rhesis.backend.identity.account.Passwords;
import ai.rhesis.backend.identity.login.Login;
import ai.rhesis.backend.identity.login.LoginService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.Secret;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The use of mailed tickets. Each proves its holder's address, works once, and is worth nothing after that.
@Service
class TicketService {

    private final TicketQueries tickets;
    private final AccountQueries accounts;
    private final LoginService logins;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    TicketService(
            TicketQueries tickets,
            AccountQueries accounts,
            LoginService logins,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.tickets = tickets;
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /// Logs in the holder of a ticket.
    ///
    /// @throws ProblemException 400 when it is no longer valid
    Login enter(MailedTicket kind, Secret ticket) {
        return transaction.execute(status -> logins.enter(consume(kind, ticket)));
    }

    /// Changes the password of the holder of a ticket and ends their sessions.
    ///
    /// @throws ProblemException 400 when it is no longer valid
    void resetPassword(PasswordResetRequest request) {
        String hash = passwords.hash(request.newPassword());
        transaction.executeWithoutResult(status -> {
            UUID holder = consume(MailedTicket.PASSWORD_RESET, new Secret(request.token()));
            accounts.changePassword(accounts.joinExpecting(holder), hash);
        });
    }

    private UUID consume(MailedTicket kind, Secret ticket) {
        return tickets.consume(kind, ticket)
                .orElseThrow(() -> Problem.badRequest("token", "The link is unknown, used or expired; ask for another.")
                        .exception());
    }
}
