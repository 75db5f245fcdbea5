package ai.rhesis.backend.identity.ticket;

import ai.rhesis.backend.identity.session.SuccessResponse;
import ai.rhesis.backend.platform.mail.Mail;
import ai.rhesis.backend.platform.mail.Mailer;
import ai.rhesis.backend.platform.secrets.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The mails with tickets. Whoever asks for one learns nothing of the address, neither from the answer nor from its
/// time.
@Component
public class TicketMails {

    private final TicketQueries tickets;
    private final TransactionTemplate transaction;
    private final Mailer mailer;

    TicketMails(TicketQueries tickets, TransactionTemplate transaction, Mailer mailer) {
        this.tickets = tickets;
        this.transaction = transaction;
        this.mailer = mailer;
    }

    /// Mails a ticket to the address, if it has an account; outside of transactions.
    public void send(MailedTicket kind, String email) {
        mailer.later(() -> write(kind, email));
    }

    private @Nullable Mail write(MailedTicket kind, String email) {
        Secret ticket = Secret.random();
        return transaction
                .execute(status -> tickets.store(kind, email, ticket))
                .map(to -> kind.mail(to, ticket, mailer::link))
                .orElse(null);
    }

    /// Answers the same to everybody who asks for a mail.
    SuccessResponse answer() {
        return new SuccessResponse(
                true,
                mailer.isOn()
                        ? "If this address has an account, a mail is on its way."
                        : "This server sends no mail; ask its operator.");
    }
}
