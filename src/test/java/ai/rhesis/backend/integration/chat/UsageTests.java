package ai.rhesis.backend.integration.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTests {

    @Test
    void whatCantBeIsNotBelieved() {
        assertThat(new Usage(-1, -5, -3L)).isEqualTo(Usage.UNKNOWN);
        assertThat(Usage.tokens(99_999_999_999L)).isNull();
        assertThat(Usage.tokens(7)).isEqualTo(7);
        assertThat(new Usage(Integer.MAX_VALUE, 1, null).plus(new Usage(1, 1, null)))
                .isEqualTo(new Usage(null, 2, null));
    }
}
