package ai.rhesis.backend.platform.web.body;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/// `rhesis.streams`: the bound on answers that are sent line by line.
///
/// @param time for all of one answer; what is not done by then is told as such
@ConfigurationProperties("rhesis.streams")
public record StreamSettings(@DefaultValue("10m") Duration time) {

    private static final Duration MAX_TIME = Duration.ofHours(1);

    public StreamSettings {
        Assert.isTrue(
                time.isPositive() && time.compareTo(MAX_TIME) <= 0,
                "rhesis.streams.time must be above 0 and at most 1h");
    }

    /// Begins the time of one answer; what it returns tells whether that is over.
    public BooleanSupplier begin() {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() - end >= 0;
    }

    /// Says that something was not done in time.
    public String late() {
        boolean areMinutes = time.toMinutes() > 1 && time.toSeconds() % 60 == 0;
        return "not done within " + (areMinutes ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds");
    }
}
