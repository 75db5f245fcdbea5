package ai.rhesis.backend.suite.fileformat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is escaped comes back as it was, whatever it was.
class ExchangedTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'",
                "''",
                "'''",
                "=1+1",
                "'=1+1",
                "''=1+1",
                "+49",
                "-5",
                "@user",
                "\ttab",
                "\rreturn",
                "\nline",
                " =lead",
                "\uFEFF=mark",
                "＝wide",
                "'tis",
                "plain",
                "'",
                "a=b",
                "_x0041_",
                "_x_x0041_",
                " lead and trail ",
                "\u0001\u001f\uFFFF",
                "a\r\nb",
                "😀",
                "شكرا",
                "{{ x }}",
                "{% raw %}",
                "{% endraw %}",
                "{% raw %}{{ x }}{% endraw %}",
                "{%{% endraw %}{% raw %}",
                "{# c #}",
                "file:///etc/passwd",
                "{%",
                "%}{{"
            })
    void whatIsEscapedComesBack(String text) {
        assertThat(CellText.unescape(CellText.escape(text))).isEqualTo(text);
        assertThat(SheetText.unescape(SheetText.escape(text))).isEqualTo(text);
        assertThat(PromptfooText.unescape(PromptfooText.escape(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", "\t=1", " =1", "'=1", "\r=1", "＝1", "\uFEFF=1", ""})
    void noCellBeginsAsAFormulaOrIsBlank(String text) {
        assertThat(CellText.escape(text)).startsWith("'");
    }

    @Test
    void apostrophesOfOthersStay() {
        assertThat(CellText.unescape("'tis")).isEqualTo("'tis");
        assertThat(CellText.escape("'tis")).isEqualTo("'tis");
    }

    @Test
    void nothingIsFilledInByPromptfoo() {
        assertThat(PromptfooText.escape("say {{secret}}")).isEqualTo("{% raw %}say {{secret}}{% endraw %}");
        assertThat(PromptfooText.escape("file://x")).startsWith("{% raw %}");
        assertThat(PromptfooText.escape("a {% endraw %}{{ x }}").indexOf("{% endraw %}{{"))
                .isNegative();
        assertThat(PromptfooText.escape("plain")).isEqualTo("plain");
    }

    @Test
    void piecesEndBetweenCharacters() {
        String text = "x".repeat(31_999) + "😀" + "y".repeat(40_000);
        List<String> pieces = SheetText.pieces(text);
        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(32_767));
        assertThat(pieces.getFirst()).doesNotEndWith("\uD83D");
    }

    @Test
    void assertionsInCellsAreReadAsPromptfooReadsThem() {
        assertThat(text("Paris")).isEqualTo("{\"type\":\"equals\",\"value\":\"Paris\"}");
        assertThat(text("contains:a:b")).isEqualTo("{\"type\":\"contains\",\"value\":\"a:b\"}");
        assertThat(text("not-icontains-any: a, b"))
                .isEqualTo("{\"type\":\"not-icontains-any\",\"value\":[\"a\",\"b\"]}");
        assertThat(text("similar(0.8):x")).isEqualTo("{\"type\":\"similar\",\"value\":\"x\",\"threshold\":0.8}");
        assertThat(text("is-json")).isEqualTo("{\"type\":\"is-json\"}");
        assertThat(text("grade:kind")).isEqualTo("{\"type\":\"llm-rubric\",\"value\":\"kind\"}");
        assertThat(text("fn: output.length")).isEqualTo("{\"type\":\"javascript\",\"value\":\"output.length\"}");
        assertThat(text("file://a.py")).isEqualTo("{\"type\":\"python\",\"value\":\"file://a.py\"}");
        assertThat(text("note: this")).isEqualTo("{\"type\":\"equals\",\"value\":\"note: this\"}");
        assertThat(text("  ")).isEqualTo("null");
    }

    private static String text(String cell) {
        return String.valueOf(PromptfooAssertion.of(JsonNodeFactory.instance.stringNode(cell)));
    }
}
