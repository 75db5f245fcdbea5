package ai.rhesis.backend.run.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JunitWriterTests {

    @Test
    void whatXmlCannotHoldIsDropped() {
        assertThat(JunitWriter.legal("a\u0000b\u0001c\u001Bd\uFFFEe\uD800f\t\n😀"))
                .isEqualTo("abcdef\t\n😀");
    }
}
