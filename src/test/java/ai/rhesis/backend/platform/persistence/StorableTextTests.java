package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StorableTextTests {

    @Test
    void whatNoColumnCanHoldIsReplaced() {
        assertThat(StorableText.of("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(StorableText.of("\uD83D")).isEqualTo("\uFFFD");
        assertThat(StorableText.of("👍")).isEqualTo("👍");
        assertThat(StorableText.isStorable("👍")).isTrue();
    }

    @Test
    void wholeTreesAreReplacedAndNothingElseIs() {
        JsonMapper json = JsonMapper.shared();

        assertThat(StorableText.of(json.readTree("{\"a\\u0000\":[\"\\u0000\",1,null,{\"b\":\"\\\\u0000\"}]}"))
                        .toString())
                .isEqualTo("{\"a\uFFFD\":[\"\uFFFD\",1,null,{\"b\":\"\\\\u0000\"}]}");
    }
}
