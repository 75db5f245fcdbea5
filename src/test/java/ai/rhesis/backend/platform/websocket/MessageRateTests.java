package ai.rhesis.backend.platform.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageRateTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final MessageRate rate = new MessageRate(100, Duration.ofMinutes(1));

    @Test
    void admitsAHundredInAnyMinute() {
        for (int number = 0; number < 100; number++) {
            assertThat(rate.admits(number)).isTrue();
        }
        assertThat(rate.admits(59 * SECOND)).isFalse();
        assertThat(rate.admits(60 * SECOND)).isTrue();
        assertThat(rate.admits(60 * SECOND)).isFalse();
    }

    @Test
    void admitsASteadyStreamForHours() {
        for (int number = 0; number < 10_000; number++) {
            assertThat(rate.admits(number * SECOND)).isTrue();
        }
    }

    @Test
    void refusedMessagesDoNotCount() {
        for (int number = 0; number < 300; number++) {
            rate.admits(number);
        }
        assertThat(rate.admits(61 * SECOND)).isTrue();
    }
}
