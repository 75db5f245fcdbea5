package ai.rhesis.backend.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Logs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;

class DeliveryTests {

    private static final Mail MAIL = new Mail("ada@example.com", "Log in", "Log in.", "http://x/?token=t-1");

    @Test
    void withTheEmbeddedDatabaseTheLogHasTheLink() {
        assertThat(linesOf(true)).singleElement().asString().contains("ada@example.com", "http://x/?token=t-1");
    }

    @Test
    void withAnyOtherDatabaseNothingHasTheLink() {
        assertThat(linesOf(false)).isEmpty();
    }

    @Test
    void aMailTellsNoTicketOfItsOwnAccord() {
        assertThat(MAIL.toString()).doesNotContain("t-1", "token");
    }

    @Test
    void linksLeadToTheFrontendHoweverItsAddressEnds() {
        assertThat(new MailSettings("x", URI.create("https://app.example/"), Duration.ZERO).link("/auth/register"))
                .isEqualTo("https://app.example/auth/register");
    }

    private static List<String> linesOf(boolean isEmbedded) {
        Delivery delivery = new Delivery(
                new MailSettings("x@example.com", URI.create("http://x"), Duration.ZERO),
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                isEmbedded);
        try (Logs logs = Logs.all()) {
            delivery.deliver(MAIL);
            assertThat(delivery.isOn()).isFalse();
            return logs.lines();
        }
    }
}
