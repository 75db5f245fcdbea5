package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.mail.Mail;
import ai.rhesis.backend.platform.mail.Mailer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The mail to somebody invited, once the invitation is stored. It holds no code: who proves the invited address joins.
@Component
class InvitationMail {

    private final Mailer mailer;

    InvitationMail(Mailer mailer) {
        this.mailer = mailer;
    }

    @TransactionalEventListener
    void send(Invited invited) {
        if (invited.byMail()) {
            Mail mail = new Mail(
                    invited.user().getEmail(),
                    "You are invited to Rhesis",
                    "You are invited to test AI together. Make an account with this email address, or log in, and confirm "
                            + "the address: you are a member then. The invitation is good for a week.",
                    mailer.link("/auth/register"));
            mailer.later(() -> mail);
        }
    }
}
