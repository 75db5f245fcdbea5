package ai.rhesis.backend.egress;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/// Calls again what failed for a reason that may pass: four attempts in all, each wait twice as long as the one before
/// and
/// a random part of it longer or shorter, or as long as the other side asks for.
///
/// It waits in the calling thread; an interrupt ends it.
public final class Attempts {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final IntervalFunction BACKOFF =
            IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, 2, 0.5, LONGEST_WAIT);

    private static final Retry RETRY = Retry.of(
            "outgoing call",
            RetryConfig.<Object>custom()
                    .maxAttempts(ATTEMPTS)
                    .intervalBiFunction(Attempts::waitAfter)
                    .retryOnException(failure -> failure instanceof CallException call && call.isPassing())
                    .build());

    private Attempts() {}

    /// @throws CallException of the last attempt
    public static <T> T call(Supplier<T> call) {
        return RETRY.executeSupplier(call);
    }

    private static long waitAfter(int attempt, Either<Throwable, Object> outcome) {
        boolean asked =
                outcome.isLeft() && outcome.getLeft() instanceof CallException call && call.retryAfter() != null;
        return asked ? longestOf((CallException) outcome.getLeft()) : BACKOFF.apply(attempt);
    }

    private static long longestOf(CallException call) {
        Duration asked = call.retryAfter();
        return Math.min(asked == null ? 0 : asked.toMillis(), LONGEST_WAIT.toMillis());
    }
}
