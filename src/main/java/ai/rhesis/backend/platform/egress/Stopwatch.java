package ai.rhesis.backend.platform.egress;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The time that the other side took over a call: that of the last attempt, without earlier ones and the waits between.
public final class Stopwatch {

    private static final ScopedValue<Stopwatch> RUNNING = ScopedValue.newInstance();

    private long begin = System.nanoTime();
    private long end = begin;

    /// Times a call in this thread.
    public <T> T time(Supplier<T> call) {
        T result = ScopedValue.where(RUNNING, this).call(call::get);
        end = System.nanoTime();
        return result;
    }

    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(end - begin);
    }

    /// Begins the time of an attempt, where a call is timed.
    static void beginAttempt() {
        if (RUNNING.isBound()) {
            RUNNING.get().begin = System.nanoTime();
        }
    }
}
