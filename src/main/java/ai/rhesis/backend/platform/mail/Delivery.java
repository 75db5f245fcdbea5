package ai.rhesis.backend.platform.mail;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// The way that mails take: the server of the operator, or, where there is none and the embedded database runs for one
/// person, the log.
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final MailSettings settings;
    private final @Nullable JavaMailSender server;
    private final boolean isLogged;

    Delivery(
            MailSettings settings,
            ObjectProvider<JavaMailSender> server,
            @Value("${rhesis.embedded-database:false}") boolean isEmbedded) {
        this.settings = settings;
        this.server = server.getIfAvailable();
        this.isLogged = this.server == null && isEmbedded;
    }

    boolean isOn() {
        return server != null;
    }

    void deliver(Mail mail) {
        if (server != null) {
            server.send(message(mail));
        } else if (isLogged) {
            log.info("No mail server is configured. \"{}\" for {}: {}", mail.subject(), mail.to(), mail.link());
        }
    }

    private SimpleMailMessage message(Mail mail) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(mail.to());
        message.setSubject(mail.subject());
        message.setText(mail.body());
        return message;
    }
}
