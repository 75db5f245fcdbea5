package ai.rhesis.backend.suite.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NearDuplicatesTests {

    private final NearDuplicates known = new NearDuplicates();

    @Test
    void similarityIsThatOfPostgres() {
        // select similarity('word', 'two words') and so on, with the extension pg_trgm
        assertThat(NearDuplicates.similarity("word", "two words")).isEqualTo(4 / 11.0, within(1e-9));
        assertThat(NearDuplicates.similarity("How do I reset my password?", "How can I reset my password?"))
                .isEqualTo(24 / 31.0, within(1e-9));
        assertThat(NearDuplicates.similarity("same", "SAME!")).isEqualTo(1);
        assertThat(NearDuplicates.similarity("one", "")).isZero();
    }

    @Test
    void aTextThatSaysTheSameIsNotAdded() {
        assertThat(known.add("How do I reset my password?")).isTrue();
        assertThat(known.add("how do i reset my password")).isFalse();
        assertThat(known.add("How can I reset my password?")).isFalse();
        assertThat(known.add("How do I reset my password when I have lost my phone?"))
                .isTrue();
        assertThat(known.add("Where is my parcel?")).isTrue();
    }

    @Test
    void textsOfOtherScriptsAreCompared() {
        assertThat(known.add("如何重置我的密码？")).isTrue();
        assertThat(known.add("如何重置我的密码")).isFalse();
        assertThat(known.add("我的包裹在哪里？")).isTrue();
    }
}
