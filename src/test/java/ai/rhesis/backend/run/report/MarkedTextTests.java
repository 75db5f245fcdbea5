package ai.rhesis.backend.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.run.report.MarkedText.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTests {

    @Test
    void onlyTheWordsThatDifferAreMarked() {
        MarkedText marked = MarkedText.of("We open at nine, daily.", "We open at ten, daily.");

        assertThat(marked.before())
                .containsExactly(
                        new Piece("We open at ", false), new Piece("nine", true), new Piece(", daily.", false));
        assertThat(marked.after())
                .containsExactly(new Piece("We open at ", false), new Piece("ten", true), new Piece(", daily.", false));
    }

    @Test
    void thePiecesAreTheTexts() {
        String before = "Ünïcode 😀 is\n\nkept — \"as it is\".";
        String after = "Unicode 😀😀 is kept, as it was.";

        MarkedText marked = MarkedText.of(before, after);

        assertThat(joined(marked.before())).isEqualTo(before);
        assertThat(joined(marked.after())).isEqualTo(after);
    }

    @Test
    void anEmptyTextIsNoPiece() {
        assertThat(MarkedText.of("", "Hello").before()).isEmpty();
        assertThat(MarkedText.of("", "Hello").after()).containsExactly(new Piece("Hello", true));
    }

    @Test
    void aVeryLongTextIsShownWithoutMarks() {
        String tale = "word ".repeat(MarkedText.MAX_WORDS);
        assertThat(MarkedText.of(tale, "word").before()).containsExactly(new Piece(tale, false));
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
