package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlotsTests {

    private final Slots slots = new Slots();

    @Test
    void aSmallerShareStartsNoCallAndHoldsWhatIsInFlight() throws InterruptedException {
        agree(3, Duration.ofMinutes(1));
        slots.acquire();
        slots.acquire();
        slots.acquire();

        assertThat(slots.settle(1)).isEqualTo(3);
        slots.release();
        assertThat(slots.settle(1)).isEqualTo(2);
        slots.release();
        assertThat(startsWithin(Duration.ofMillis(100))).isFalse();
        assertThat(slots.settle(1)).isEqualTo(1);
        slots.release();
        assertThat(startsWithin(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aLargerShareCountsWhenTheDatabaseKnowsOfIt() throws InterruptedException {
        agree(1, Duration.ofMinutes(1));
        slots.acquire();
        slots.settle(2);
        assertThat(startsWithin(Duration.ofMillis(100))).isFalse();

        slots.grant(System.nanoTime() + Duration.ofMinutes(1).toNanos());

        assertThat(startsWithin(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void slotsThatRanOutStartNoCall() throws InterruptedException {
        agree(1, Duration.ZERO);

        assertThat(startsWithin(Duration.ofMillis(100))).isFalse();
    }

    @Test
    void whoWaitsWhenTheyAreClosedIsTold() {
        slots.close();

        assertThatThrownBy(slots::acquire).isInstanceOf(AbandonedException.class);
    }

    private void agree(int share, Duration good) {
        slots.settle(share);
        slots.grant(System.nanoTime() + good.toNanos());
    }

    private boolean startsWithin(Duration patience) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                slots.acquire();
                started.countDown();
            } catch (AbandonedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        boolean did = started.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        caller.interrupt();
        caller.join();
        return did;
    }
}
