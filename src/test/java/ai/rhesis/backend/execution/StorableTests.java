package ai.rhesis.backend.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StorableTests {

    @Test
    void whatNoColumnCanHoldIsReplaced() {
        assertThat(Storable.text("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(Storable.text("\uD83D")).isEqualTo("\uFFFD");
        assertThat(Storable.text("👍")).isEqualTo("👍");
        assertThat(Storable.text(null)).isNull();
    }

    @Test
    void wholeTreesAreReplacedAndNothingElseIs() {
        JsonMapper json = JsonMapper.shared();

        assertThat(Storable.json(json.readTree("{\"a\\u0000\":[\"\\u0000\",1,null,{\"b\":\"\\\\u0000\"}]}"))
                        .toString())
                .isEqualTo("{\"a\uFFFD\":[\"\uFFFD\",1,null,{\"b\":\"\\\\u0000\"}]}");
    }
}
