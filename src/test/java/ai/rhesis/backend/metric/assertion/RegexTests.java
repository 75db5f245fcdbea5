package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Regular expressions mean what `new RegExp(value).test(output)` means in JavaScript.
class RegexTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\d{4}             | In the year 2026       | true
            \\d{4}             | In the year 202        | false
            ^year              | In the year            | false
            ^In.*year$         | In the year            | true
            (?=.*a)(?=.*b)     | b then a               | true
            (?<!not )good      | not good               | false
            (?<year>\\d+)-\\k<year> | 7-7               | true
            (?i)HELLO          | hello                  | true
            {"a": .*}          | x {"a": 1}             | true
            a{2,}              | caab                   | true
            a{,2}              | a{,2}                  | true
            x{                 | x{                     | true
            [[\\]]             | [                      | true
            [[\\]]             | x                      | false
            [a&&b]             | &                      | true
            [a-c]+z            | abcz                   | true
            []                 | a                      | false
            \\/path\\/\\w+     | /path/x_1              | true
            \\Q                | Q                      | true
            \\h                | h                      | true
            \\bcat\\b          | a cat.                 | true
            \\bcat\\b          | concat                 | false
            [\\s]x             | ' x'                   | true
            \\p{L}+            | Köln                   | true
            \\u0041            | A                      | true
            (?<=a+)b           | aab                    | true
            (?<order_id>\\d+)-\\k<order_id> | 12-12          | true
            (?<order_id>\\d+)-\\k<order_id> | 12-13          | false
            (?<$a>x)\\k<$a>    | xx                     | true
            (?<größe>x)y       | xy                     | true
            ^\\1(a)$           | a                      | true
            ^(a\\1)$           | a                      | true
            ^(a)(b)?\\2\\1$    | aa                     | true
            ^((a)b)\\1\\2$     | ababa                  | true
            \\k                | k                      | true
            \\8                | 8                      | true
            \\101              | A                      | true
            [\\b]              | b                      | false
            \\x4               | x4                     | true
            \\u12              | u12                    | true
            a{2}}              | aa}                    | true
            {2}                | {2}                    | true
            (?:)               | x                      | true
            ^$                 | ''                     | true
            ^(?!.*bad)         | ''                     | true
            \\b                | ''                     | false
            (?i:ab)c           | ABc                    | true
            """)
    void expressionIsOfJavaScript(String expression, String output, boolean passes) {
        assertThat(Judged.by("regex", expression).passes(output)).isEqualTo(passes);
    }

    @Test
    void lineEndsAndSpacesAreThoseOfJavaScript() {
        assertThat(Judged.by("regex", "end$").passes("the end\n")).isFalse();
        assertThat(Judged.by("regex", "a.b").passes("a\u0085b")).isTrue();
        assertThat(Judged.by("regex", "a.b").passes("a\u2028b")).isFalse();
        assertThat(Judged.by("regex", "a[^]b").passes("a\nb")).isTrue();
        assertThat(Judged.by("regex", "a\\sb").passes("a\u00a0b")).isTrue();
        assertThat(Judged.by("regex", "a\\Sb").passes("a\u00a0b")).isFalse();
        assertThat(Judged.by("regex", "a\\vb").passes("a\u000bb")).isTrue();
        assertThat(Judged.by("regex", "a\\vb").passes("a\nb")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"(", "[a", "a**", "\\"})
    void brokenExpressionIsAnError(String expression) {
        assertThat(Judged.by("regex", expression).of("x").errorType()).isEqualTo("invalid_value");
        assertThat(Judged.by("not-regex", expression).of("x").successful()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "(a)|b\\1, b, true",
        "^(?:(a)|b\\1)$, b, true",
        "^(?:(a)|b)c\\1$, bc, true",
        "^(?:(a)|b)c\\1$, aca, true",
        "^(?:(a)|b)c\\1$, ac, false",
        "^(?:(?<first>a)|(?<second>b))\\k<first>\\k<second>$, bb, true"
    })
    void referenceToAGroupWithoutMatchIsEmpty(String expression, String output, boolean passes) {
        assertThat(Judged.by("regex", expression).passes(output)).isEqualTo(passes);
    }

    /// None of them looks at a character of its own accord.
    @ParameterizedTest
    @CsvSource({
        "(?:){1000000000}(?!)",
        "(?:(?:(?:){1000000}){1000000}){1000000}(?!)",
        "()\\1{1000000000}(?!)",
        "(?:\\1{1000000}){1000000}(x)?(?!)",
        "(?:(?=)){1000000000}(?!)",
        "(?:^|$){1000000000}(?!)",
        "(?:|^|$){1000000}(?!)"
    })
    void repeatedNothingEndsSoon(String expression) {
        for (String output : List.of("", "x", "x".repeat(100_000))) {
            assertThat(Judged.by("regex", expression).of(output).successful()).isNotEqualTo(Boolean.TRUE);
        }
    }

    @Test
    void branchesOfNothingEndSoon() {
        for (String branch : List.of("(?:|)", "(?:^|)", "()?", "(?:\\1?|)", "(?:$)?")) {
            String expression = branch.repeat(200) + "(?!)";
            for (String output : List.of("", "x", "xyz".repeat(1_000))) {
                assertThat(Judged.by("regex", expression).of(output).successful())
                        .isNotEqualTo(Boolean.TRUE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"^*", "a$+", "\\b?", "^{2}", "(?<a>x)(?<a>y)", "(?<1a>x)", "(?<a>x)\\k<b>", "(?x)a"})
    void whatJavaScriptRefusesIsRefused(String expression) {
        assertThat(Judged.by("regex", expression).of("x").errorType()).isEqualTo("invalid_value");
    }

    @Test
    void lengthIsBounded() {
        assertThat(Judged.by("regex", "{".repeat(10_000)).of("x").successful()).isFalse();
        assertThat(Judged.by("regex", "{".repeat(10_001)).of("x").error()).contains("at most 10,000 characters");
        assertThat(Judged.by("regex", "{".repeat(10_001)).of("x").errorType()).isEqualTo("too_complex");
    }

    @Test
    void whatWouldTakeForeverIsAnErrorAndNoFail() {
        assertThat(Judged.by("regex", "^(a+)+\\1?!!$").of("a".repeat(60) + "!").errorType())
                .isEqualTo("too_complex");
        assertThat(Judged.by("regex", "^(a|b)*$").of("ab".repeat(200_000)).errorType())
                .isEqualTo("too_complex");
        assertThat(Judged.by("regex", "(".repeat(50_000) + ")".repeat(50_000))
                        .of("x")
                        .successful())
                .isNotEqualTo(Boolean.FALSE);
        assertThat(Judged.by("regex", "needle").passes("hay ".repeat(200_000) + "needle"))
                .isTrue();
    }
}
