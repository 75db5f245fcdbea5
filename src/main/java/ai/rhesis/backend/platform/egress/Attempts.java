package ai.rhesis.backend.platform.egress;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Calls again what failed for a reason that may pass: four attempts in all, each wait twice as long as the one before
/// and a random part of it longer or shorter, or as long as the other side asks for. Who asks for more than a minute is
/// not called again.
///
/// It waits in the calling thread; an interrupt ends it, with the failure of the last attempt.
public final class Attempts {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(1);
    private static final IntervalFunction BACKOFF =
            IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, 2, 0.5, MAX_WAIT);

    private static final Retry RETRY = Retry.of(
            "outgoing call",
            RetryConfig.<Object>custom()
                    .maxAttempts(ATTEMPTS)
                    .intervalBiFunction(Attempts::waitAfter)
                    .retryOnException(Attempts::isWorthAnother)
                    .build());

    private static final ScopedValue<Boolean> LEAVES_429 = ScopedValue.newInstance();

    private Attempts() {}

    /// Calls with attempts as [#call(Supplier)] makes them, except after a 429, which is for the caller to wait for.
    public static <T> T exceptOn429(Supplier<T> calls) {
        return ScopedValue.where(LEAVES_429, true).call(calls::get);
    }

    /// @throws CallException of the last attempt
    public static <T> T call(Supplier<T> call) {
        AtomicInteger made = new AtomicInteger();
        try {
            return RETRY.executeSupplier(() -> {
                made.incrementAndGet();
                Stopwatch.beginAttempt();
                return call.get();
            });
        } catch (CallException last) {
            // the library forgets the interrupt that ended its wait
            if (made.get() < ATTEMPTS && isWorthAnother(last)) {
                Thread.currentThread().interrupt();
            }
            throw last;
        }
    }

    private static boolean isWorthAnother(Throwable failure) {
        return failure instanceof CallException call
                && call.isPassing()
                && !(LEAVES_429.isBound() && Integer.valueOf(429).equals(call.status()))
                && !Thread.currentThread().isInterrupted()
                && (call.retryAfter() == null || call.retryAfter().compareTo(MAX_RETRY_AFTER) <= 0);
    }

    private static long waitAfter(int attempt, Either<Throwable, Object> outcome) {
        Duration asked = outcome.isLeft() ? asked(outcome.getLeft()) : null;
        return asked == null ? BACKOFF.apply(attempt) : asked.toMillis();
    }

    private static @Nullable Duration asked(Throwable failure) {
        return failure instanceof CallException call ? call.retryAfter() : null;
    }
}
