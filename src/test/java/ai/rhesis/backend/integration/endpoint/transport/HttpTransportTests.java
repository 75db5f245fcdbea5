package ai.rhesis.backend.integration.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Egress;
import ai.rhesis.backend.platform.egress.Redaction;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class HttpTransportTests {

    @Autowired
    Egress egress;

    private final FakeTarget target = FakeTarget.start();
    private HttpTransport http;

    @BeforeEach
    void transport() {
        http = new HttpTransport(egress);
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void hangingCallTimesOut() {
        target.next(Reply.hanging());
        assertThatThrownBy(() -> http.send(question(), Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        CallException.class, late -> assertThat(late.reason()).isEqualTo(CallException.Reason.TIMEOUT))
                .hasMessageContaining("did not answer within");
    }

    @Test
    void interruptAbandonsACallInFlight() throws InterruptedException {
        target.next(Reply.hanging());
        AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
        Thread calling = Thread.ofVirtual().start(() -> {
            try {
                http.send(question());
            } catch (Throwable ended) {
                end.set(ended);
            }
        });
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> target.inFlight() > 0);
        long begin = System.nanoTime();
        calling.interrupt();
        assertThat(calling.join(Duration.ofSeconds(5))).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(end.get()).isInstanceOf(CallException.class);
    }

    @Test
    void askedWaitIsReadAsSecondsAndAsADate() {
        target.next(Reply.limited(7));
        assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(60).atZone(ZoneOffset.UTC));
        target.next(Reply.status(503).with("Retry-After", date));
        assertThat(failure().retryAfter()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
        target.next(Reply.status(503).with("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"));
        assertThat(failure().retryAfter()).isEqualTo(Duration.ZERO);
        target.next(Reply.status(503).with("Retry-After", "soon"));
        assertThat(failure().retryAfter()).isNull();
    }

    @Test
    void answerIsReadInItsCharset() {
        target.next(Reply.bytes("text/plain; charset=iso-8859-1", "Grüße".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(http.send(question())).isEqualTo("Grüße");
        target.next(Reply.bytes("text/plain", "Grüße 🎈".getBytes(StandardCharsets.UTF_8)));
        assertThat(http.send(question())).isEqualTo("Grüße 🎈");
    }

    @Test
    void connectionsAreUsedAgain() {
        for (int i = 0; i < 20; i++) {
            http.send(question());
        }
        assertThat(egress.client().connectionPool().connectionCount()).isPositive();
        assertThat(target.calls()).hasSize(20);
    }

    private CallException failure() {
        try {
            http.send(question());
        } catch (CallException failure) {
            return failure;
        }
        throw new AssertionError("there was an answer");
    }

    private Outgoing question() {
        return new Outgoing(
                "POST", HttpUrl.get(target.url()), Map.of(), "{\"input\": \"x\"}", "application/json", Redaction.NONE);
    }
}
