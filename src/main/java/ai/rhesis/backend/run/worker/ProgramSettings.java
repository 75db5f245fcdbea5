package ai.rhesis.backend.run.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/// `rhesis.connector`: the patience of runs with the programs that they call.
///
/// @param patience how long a program may be gone before its tests fail
@ConfigurationProperties("rhesis.connector")
record ProgramSettings(Duration patience) {

    private static final Duration MAX_PATIENCE = Duration.ofHours(1);

    ProgramSettings {
        Assert.isTrue(
                !patience.isNegative() && patience.compareTo(MAX_PATIENCE) <= 0,
                "rhesis.connector.patience must be between 0 and 1h");
    }
}
