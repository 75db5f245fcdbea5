package ai.rhesis.backend.platform.egress;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Takes the time of a call as the other side took it: that of the last attempt, without those before it and without
/// the
/// waits between them.
public final class Stopwatch {

    private static final ScopedValue<Stopwatch> RUNNING = ScopedValue.newInstance();

    private long begin = System.nanoTime();
    private long end = begin;

    /// Calls, in this thread.
    public <T> T time(Supplier<T> call) {
        T result = ScopedValue.where(RUNNING, this).call(call::get);
        end = System.nanoTime();
        return result;
    }

    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(end - begin);
    }

    /// An attempt begins, which may be timed.
    static void beginAttempt() {
        if (RUNNING.isBound()) {
            RUNNING.get().begin = System.nanoTime();
        }
    }
}
