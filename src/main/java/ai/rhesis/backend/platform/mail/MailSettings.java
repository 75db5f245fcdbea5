package ai.rhesis.backend.platform.mail;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `rhesis.mail`: the sender of all mail, and the address of the frontend whose pages it links to.
@ConfigurationProperties("rhesis.mail")
record MailSettings(String from, URI frontendUrl) {

    /// Returns the address of a page such as `/auth/verify-email?token=…`.
    String link(String page) {
        return frontendUrl.toString().replaceFirst("/+$", "") + page;
    }
}
