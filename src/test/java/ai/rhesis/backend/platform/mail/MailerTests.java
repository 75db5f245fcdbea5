package ai.rhesis.backend.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Logs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailerTests {

    private static final Mail MAIL = new Mail("ada@example.com", "Log in", "Log in.", "http://x/?token=t-1");
    private static final MailSettings SETTINGS =
            new MailSettings("x@example.com", URI.create("http://x"), Duration.ofHours(1));

    private final AtomicInteger attempts = new AtomicInteger();
    private final Mailer mailer = new Mailer(SETTINGS, delivery());

    @AfterEach
    void stop() {
        mailer.stop();
    }

    @Test
    void theWebServerStopsBeforeTheMailer() {
        assertThat(mailer.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }

    @Test
    void whatWaitsAtTheEndIsSentAndWhatFailedIsNotTriedAgain() {
        for (int mail = 0; mail < 10; mail++) {
            mailer.later(() -> MAIL);
        }

        mailer.stop();

        assertThat(attempts).hasValue(10);
        assertThat(mailer.isRunning()).isFalse();
    }

    @Test
    void aMailAfterTheEndIsDroppedAndSaid() {
        mailer.stop();

        assertThat(linesOf(() -> mailer.later(() -> MAIL)))
                .singleElement()
                .asString()
                .contains("A mail was dropped, because the server stops");
        assertThat(attempts).hasValue(0);
    }

    @Test
    void aServerThatStartsAgainSendsAgain() {
        mailer.stop();
        mailer.start();

        mailer.later(() -> MAIL);
        mailer.stop();

        assertThat(attempts).hasValue(1);
    }

    private static List<String> linesOf(Runnable work) {
        try (Logs logs = Logs.all()) {
            work.run();
            return logs.lines().stream()
                    .filter(line -> line.startsWith(Mailer.class.getName()))
                    .toList();
        }
    }

    private Delivery delivery() {
        JavaMailSender unreachable = new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage message) {
                attempts.incrementAndGet();
                throw new MailSendException("no server");
            }
        };
        return new Delivery(
                SETTINGS,
                new StaticListableBeanFactory(Map.of("server", unreachable)).getBeanProvider(JavaMailSender.class),
                false);
    }
}
