package ai.rhesis.backend.platform.web.connection;

import java.time.Duration;

/// Bounds on the arrival of a request.
///
/// @param time for all of its head, and for the body of one that arrives at less than the rate
/// @param bytesPerSecond the average at which a body may take longer than that
/// @param unread bytes that are still taken of a body that was refused, so that its sender gets to read why
record ArrivalLimits(Duration time, int bytesPerSecond, long unread) {

    static final ArrivalLimits DEFAULT = new ArrivalLimits(Duration.ofSeconds(60), 10_000, 256L * 1024 * 1024);

    boolean isTooSlow(long nanoseconds, long bytes) {
        long excess = nanoseconds - time.toNanos();
        return excess > 0 && bytes < nanoseconds / 1e9 * bytesPerSecond;
    }
}
