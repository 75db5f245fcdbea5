package ai.rhesis.backend.platform.mail;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `rhesis.mail`: the sender of all mail, and the address of the frontend whose pages it links to.
///
/// @param retryPause the time until a mail that could not be sent is tried again, six times as long after each attempt
@ConfigurationProperties("rhesis.mail")
record MailSettings(String from, URI frontendUrl, Duration retryPause) {

    /// Returns the address of a page such as `/auth/verify-email?token=…`.
    String link(String page) {
        return frontendUrl.toString().replaceFirst("/+$", "") + page;
    }
}
