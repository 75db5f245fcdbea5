package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of promptfoo's documentation of deterministic metrics and of CSV test cases, and what lies beside them.
class ContainmentTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            equals        | The expected output | The expected output  | true
            equals        | The expected output | the expected output  | false
            equals        | The expected output | The expected output! | false
            equals        | {"key": "value"}    | { "key" : "value" }  | true
            equals        | {"a": 1, "b": [2]}  | {"b":[2.0],"a":1}    | true
            equals        | {"key": "value"}    | {"key": "other"}     | false
            equals        | {"key": "value"}    | no JSON              | false
            equals        | 42                  | 42.0                 | false
            contains      | substring           | The substring of it  | true
            contains      | substring           | The Substring of it  | false
            contains      | 0                   | 10 of them           | true
            icontains     | SUBSTRING           | The Substring of it  | true
            icontains     | other               | The Substring of it  | false
            starts-with   | Yes                 | Yes, of course       | true
            starts-with   | Yes                 | yes, of course       | false
            starts-with   | Yes                 | Well, Yes            | false
            contains-all  | a, b ,c             | c b a                | true
            contains-all  | a, b ,z             | c b a                | false
            contains-all  | Paris,Rome          | paris and Rome       | false
            icontains-all | Paris,Rome          | paris and rome       | true
            contains-any  | x, y, b             | abc                  | true
            contains-any  | x, y, B             | abc                  | false
            icontains-any | x, y, B             | abc                  | true
            contains-any  | ["a,b", "z"]        | has a,b in it        | true
            contains-any  | ["a,b", "z"]        | has a and b in it    | false
            contains-any  | "1,000", in stock   | 1,000 of them        | true
            contains-all  | "1,000", in stock   | 1 000 are in stock   | false
            contains-all  | "say ""hi"" now",b  | b: say "hi" now      | true
            contains-all  | "say \\"hi\\"",b    | b: say "hi"          | true
            contains-all  | ,, a ,,b,           | ab                   | true
            contains-any  | [1, 2.5, true]      | it is 2.5            | true
            """)
    void outputIsCompared(String name, String value, String output, boolean passes) {
        assertThat(Judged.by(name, value).passes(output)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contains-any | "open
            contains-any | "closed" too late, b
            contains-all | ,,
            contains-all | []
            contains     | ''
            equals       | ''
            """)
    void unusableValueIsAnError(String name, String value) {
        assertThat(Judged.by(name, value).of("any").successful()).isNull();
        assertThat(Judged.by("not-" + name, value).of("any").errorType()).isIn("invalid_value", "missing_value");
    }

    @Test
    void linesSeparateValuesAsCommasDo() {
        assertThat(Judged.by("contains-all", "Paris\nRome, Bonn\n").passes("Paris Rome Bonn"))
                .isTrue();
        assertThat(Judged.by("contains-all", "Paris\nRome, Bonn\n")
                        .of("Paris Rome")
                        .reason())
                .contains("lacks \"Bonn\"");
    }

    @Test
    void reasonIsAFact() {
        assertThat(Judged.by("contains", "x").of("abc").reason()).isEqualTo("The output does not contain \"x\"");
        assertThat(Judged.by("not-contains", "x").of("abc").reason()).isEqualTo("The output does not contain \"x\"");
        assertThat(Judged.by("contains", "x".repeat(9_000)).of("abc").reason()).hasSizeLessThan(300);
    }
}
