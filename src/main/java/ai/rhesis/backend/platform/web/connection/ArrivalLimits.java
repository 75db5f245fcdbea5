package ai.rhesis.backend.platform.web.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// `rhesis.arrival`: the bounds on the arrival of a request.
///
/// @param time for all of its head, and for the body of one that arrives at less than the rate
/// @param bytesPerSecond the average at which a body may take longer than that
/// @param unread of a body that was refused, so much is still taken, so that its sender gets to read why
@ConfigurationProperties("rhesis.arrival")
record ArrivalLimits(Duration time, int bytesPerSecond, DataSize unread) {

    boolean isTooSlow(long nanoseconds, long bytes) {
        long excess = nanoseconds - time.toNanos();
        return excess > 0 && bytes < nanoseconds / 1e9 * bytesPerSecond;
    }
}
