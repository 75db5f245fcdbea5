package ai.rhesis.backend.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalTests {

    @Test
    void isReadAsItWasWritten() {
        Signal signal = new Signal(UUID.randomUUID(), new Channel("preflight", UUID.randomUUID()), UUID.randomUUID());
        assertThat(Signal.parse(signal.text())).isEqualTo(signal);
    }

    @Test
    void whatIsNoneIsNone() {
        assertThat(Signal.parse("")).isNull();
        assertThat(Signal.parse("a b c")).isNull();
        assertThat(Signal.parse(UUID.randomUUID() + " user:" + UUID.randomUUID() + " x"))
                .isNull();
    }
}
