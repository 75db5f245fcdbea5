package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

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
