package ai.rhesis.backend.platform.egress;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/// Repeated attempts at a call that failed for a passing reason: four in all, with growing random waits between them,
/// or with the waits that the other side asks for. A server that asks for more than a minute is not called again.
///
/// The waits are in the calling thread; an interrupt ends them with the failure of the last attempt.
public final class Attempts {

    private static final int MAX_RETRIES = 3;
    private static final long FIRST_WAIT = 250;
    private static final long JITTER = 125;
    private static final double MULTIPLIER = 2;
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(1);

    private static final ScopedValue<Boolean> LEAVES_429 = ScopedValue.newInstance();

    private Attempts() {}

    /// Calls with attempts as [#call(Supplier)] makes them, except after a 429, which is for the caller to wait for.
    public static <T> T exceptOn429(Supplier<T> calls) {
        return ScopedValue.where(LEAVES_429, true).call(calls::get);
    }

    /// Calls until an attempt succeeds or no further one is worth it.
    ///
    /// @throws CallException of the last attempt
    public static <T> T call(Supplier<T> call) {
        return new RetryTemplate(new PassingFailures()).invoke(() -> {
            Stopwatch.beginAttempt();
            return call.get();
        });
    }

    /// The policy of one call, which remembers the last failure because the wait depends on it.
    private static final class PassingFailures implements RetryPolicy {

        private @Nullable Duration retryAfter;

        @Override
        public boolean shouldRetry(Throwable failure) {
            if (!(failure instanceof CallException call) || !call.isPassing() || isLeft(call)) {
                return false;
            }
            retryAfter = call.retryAfter();
            return !Thread.currentThread().isInterrupted()
                    && (retryAfter == null || retryAfter.compareTo(MAX_RETRY_AFTER) <= 0);
        }

        private static boolean isLeft(CallException call) {
            return LEAVES_429.isBound() && Integer.valueOf(429).equals(call.status());
        }

        @Override
        public BackOff getBackOff() {
            ExponentialBackOff growing = new ExponentialBackOff(FIRST_WAIT, MULTIPLIER);
            growing.setJitter(JITTER);
            growing.setMaxAttempts(MAX_RETRIES);
            BackOffExecution waits = growing.start();
            return () -> () -> next(waits.nextBackOff());
        }

        private long next(long wait) {
            return wait == BackOffExecution.STOP || retryAfter == null ? wait : retryAfter.toMillis();
        }
    }
}
