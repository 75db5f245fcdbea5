package ai.rhesis.backend.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamSettingsTests {

    @Test
    void latenessIsToldInMinutesOrSeconds() {
        assertThat(new StreamSettings(Duration.ofMinutes(10)).late()).isEqualTo("not done within 10 minutes");
        assertThat(new StreamSettings(Duration.ofSeconds(90)).late()).isEqualTo("not done within 90 seconds");
        assertThat(new StreamSettings(Duration.ofMinutes(1)).late()).isEqualTo("not done within 60 seconds");
    }

    @Test
    void aTimeIsAboveNothingAndAtMostAnHour() {
        for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(61))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StreamSettings(bad))
                    .withMessageContaining("rhesis.streams.time must be");
        }
    }
}
