package ai.rhesis.backend.platform.socket;

import java.time.Duration;

/// The bound on how many messages a connection may send in a minute. One thread asks at a time.
final class MessageRate {

    static final int MAX_PER_MINUTE = 100;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long[] latest = new long[MAX_PER_MINUTE];
    private int taken;

    /// Counts a message at this moment, in nanoseconds, unless it is one too many.
    boolean admits(long now) {
        int oldest = taken % MAX_PER_MINUTE;
        if (taken >= MAX_PER_MINUTE && now - latest[oldest] < MINUTE) {
            return false;
        }
        latest[oldest] = now;
        taken = taken + 1 < 2 * MAX_PER_MINUTE ? taken + 1 : MAX_PER_MINUTE;
        return true;
    }
}
