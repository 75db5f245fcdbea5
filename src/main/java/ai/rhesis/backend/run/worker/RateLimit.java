package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.egress.CallException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rate limit of a target: a 429 holds back every call to the target on all nodes, instead of using up the attempts
/// of each test.
///
/// The pause is as long as `Retry-After` says, else one second, doubled by each further 429 up to 30 seconds. A test
/// fails when the target asks for more than ten minutes, or has answered it with nothing but 429 for fifteen.
final class RateLimit {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(30);
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(10);
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);

    private final Slots slots;
    private final Consumer<Duration> announcement;
    private int refusals;
    private long latestPause = System.nanoTime();

    /// @param announcement tells other nodes how long to leave the target alone
    RateLimit(Slots slots, Consumer<Duration> announcement) {
        this.slots = slots;
        this.announcement = announcement;
    }

    /// Takes note of an answer to a call.
    synchronized void answered(long begin) {
        if (begin - latestPause > 0) {
            refusals = 0;
        }
    }

    /// Pauses all calls to the target where the failure of one is a 429 that may be waited for.
    ///
    /// @param begin when the call began, as [System#nanoTime()]
    /// @param first when the first call of the same question began
    /// @return whether the question is to be asked again
    boolean pauses(CallException failure, long begin, long first) {
        Duration asked = failure.retryAfter();
        if (!isRateLimit(failure)
                || (asked != null && asked.compareTo(MAX_RETRY_AFTER) > 0)
                || System.nanoTime() - first > MAX_WAIT.toNanos()) {
            return false;
        }
        Duration pause = pause(asked, begin);
        if (slots.pause(System.nanoTime() + pause.toNanos())) {
            announcement.accept(pause);
        }
        return true;
    }

    static boolean isRateLimit(CallException failure) {
        Integer status = failure.status();
        return status != null && status == TOO_MANY_REQUESTS;
    }

    /// Lengthens the pause. Many calls may be in flight when the limit is reached: only one that began after the
    /// latest pause counts as another refusal.
    private synchronized Duration pause(@Nullable Duration asked, long begin) {
        if (begin - latestPause > 0) {
            refusals = Math.min(refusals + 1, 6);
            latestPause = System.nanoTime();
        }
        return asked == null ? backoff() : asked;
    }

    private Duration backoff() {
        long millis = Math.min(FIRST_PAUSE.toMillis() << Math.max(0, refusals - 1), MAX_BACKOFF.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4));
    }
}
