package ai.rhesis.backend.identity.ticket;

import ai.rhesis.backend.platform.mail.Mail;
import ai.rhesis.backend.platform.secrets.Secret;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// The kinds of mail that carry a ticket, and the pages of the frontend that take it.
public enum MailedTicket {
    VERIFICATION(
            "verify",
            Duration.ofHours(24),
            "/auth/verify-email",
            "Confirm your email address",
            "Confirm with this link that this email address is yours. It works once, for a day."),
    PASSWORD_RESET(
            "reset",
            Duration.ofHours(1),
            "/auth/reset-password",
            "Choose a new password",
            "Choose a new password behind this link. It works once, for an hour. If you have not asked for it, do nothing."),
    MAGIC_LINK(
            "magic",
            Duration.ofMinutes(15),
            "/auth/magic-link",
            "Log in to Rhesis",
            "Log in with this link. It works once, for a quarter of an hour. If you have not asked for it, do nothing.");

    private final String purpose;
    private final Duration lifetime;
    private final String page;
    private final String subject;
    private final String text;

    MailedTicket(String purpose, Duration lifetime, String page, String subject, String text) {
        this.purpose = purpose;
        this.lifetime = lifetime;
        this.page = page;
        this.subject = subject;
        this.text = text;
    }

    /// Returns the text that is stored.
    String purpose() {
        return purpose;
    }

    int minutes() {
        return Math.toIntExact(lifetime.toMinutes());
    }

    /// @param link gives the address of a page of the frontend
    Mail mail(String to, Secret ticket, UnaryOperator<String> link) {
        return new Mail(to, subject, text, link.apply(page + "?token=" + ticket.text()));
    }
}
