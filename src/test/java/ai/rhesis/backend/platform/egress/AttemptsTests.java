package ai.rhesis.backend.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTests {

    private final AtomicInteger calls = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504, 529})
    void statusThatPassesIsTriedFourTimes(int status) {
        CallException failure = CallException.status(status, "busy", Duration.ZERO);
        assertThatThrownBy(() -> Attempts.call(failing(failure))).isSameAs(failure);
        assertThat(calls).hasValue(4);
    }

    static Stream<CallException> failuresThatStay() {
        return Stream.of(
                CallException.status(400, "x", Duration.ZERO),
                CallException.status(401, "x", Duration.ZERO),
                CallException.status(404, "x", null),
                CallException.status(500, "x", Duration.ZERO),
                CallException.status(429, "x", Duration.ofMinutes(2)),
                CallException.refused("x"),
                CallException.timeout("x"),
                CallException.answer("x"),
                CallException.configuration("x"));
    }

    @ParameterizedTest
    @MethodSource
    void failuresThatStay(CallException failure) {
        assertThatThrownBy(() -> Attempts.call(failing(failure))).isSameAs(failure);
        assertThat(calls).hasValue(1);
    }

    @Test
    void otherExceptionsAreNotTriedAgain() {
        assertThatThrownBy(() -> Attempts.call(() -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
        assertThat(calls).hasValue(1);
    }

    @Test
    void networkIsTriedAgainAfterGrowingWaits() {
        long begin = System.nanoTime();
        String answer = Attempts.call(() -> {
            if (calls.incrementAndGet() < 3) {
                throw CallException.network("broken");
            }
            return "fine";
        });
        assertThat(answer).isEqualTo("fine");
        // 250 ms and 500 ms, each half of it more or less
        assertThat(since(begin)).isBetween(Duration.ofMillis(370), Duration.ofMillis(3_000));
    }

    @Test
    void askedWaitIsKept() {
        long begin = System.nanoTime();
        Attempts.call(() -> {
            if (calls.incrementAndGet() < 2) {
                throw CallException.status(429, "busy", Duration.ofSeconds(1));
            }
            return "fine";
        });
        assertThat(since(begin)).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(3_000));
    }

    @Test
    void interruptEndsTheWait() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
        AtomicInteger interrupted = new AtomicInteger();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                Attempts.call(() -> {
                    calls.incrementAndGet();
                    called.countDown();
                    throw CallException.status(429, "busy", Duration.ofSeconds(50));
                });
            } catch (Throwable ended) {
                end.set(ended);
                interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
            }
        });
        assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        waiting.interrupt();
        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
        assertThat(calls).hasValue(1);
        assertThat(end.get()).isInstanceOf(CallException.class).hasMessage("busy");
        assertThat(interrupted).hasValue(1);
    }

    private Supplier<String> failing(CallException failure) {
        return () -> {
            calls.incrementAndGet();
            throw failure;
        };
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
