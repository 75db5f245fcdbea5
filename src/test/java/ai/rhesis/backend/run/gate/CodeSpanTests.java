package ai.rhesis.backend.run.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeSpanTests {

    @Test
    void backticksAreFencedByMore() {
        assertThat(CodeSpan.of("a ``b`` c", 100)).isEqualTo("``` a ``b`` c ```");
        assertThat(CodeSpan.of("`", 100)).isEqualTo("`` ` ``");
    }

    @Test
    void aTextStaysOnItsLine() {
        assertThat(CodeSpan.of("one\n\n# two\u2028three\u202e", 100)).isEqualTo("`one # two three`");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(CodeSpan.of("😀😀😀", 2)).isEqualTo("`😀😀…`");
    }

    @Test
    void nothingIsStillASpan() {
        assertThat(CodeSpan.of(" \n ", 10)).isEqualTo("` `");
    }
}
