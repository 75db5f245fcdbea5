package ai.rhesis.backend.platform.websocket;

import java.time.Duration;

/// The bound on how many messages a connection may send in a span of time. One thread asks at a time.
final class MessageRate {

    private final int max;
    private final long span;
    private final long[] latest;
    private int taken;

    MessageRate(int max, Duration span) {
        this.max = max;
        this.span = span.toNanos();
        latest = new long[max];
    }

    /// Counts a message at this moment, in nanoseconds, unless it is one too many.
    boolean admits(long now) {
        int oldest = taken % max;
        if (taken >= max && now - latest[oldest] < span) {
            return false;
        }
        latest[oldest] = now;
        taken = taken + 1 < 2 * max ? taken + 1 : max;
        return true;
    }
}
