package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.compute.Budget;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The work of assertions, counted in steps and not in time.
class AssertionBudgetTests {

    private static final int SIZE = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"bleu", "gleu", "rouge-n", "contains", "icontains", "contains-all", "is-refusal"})
    void twiceTheTextIsAboutTwiceTheWork(String assertion) {
        for (String piece : new String[] {".", "a ", ". ", "Aa BB ", "ab. ", "a,", "sorry "}) {
            double growth = (double) steps(assertion, piece.repeat(2 * SIZE)) / steps(assertion, piece.repeat(SIZE));
            assertThat(growth).as(assertion + " of " + piece).isLessThan(2.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gleu, ., 300000",
        "bleu, ., 300000",
        "rouge-n, ., 300000",
        "gleu, 'w ', 300000",
        "bleu, 'w ', 300000",
        "rouge-n, 'w ', 100000"
    })
    void manyDotsAndManyWordsAreJudged(String assertion, String piece, int times) {
        String text = piece.repeat(times);
        assertThat(Judged.by(assertion, text).of(text).errorType()).isNull();
    }

    @Test
    void wordsOfOneHashAreCountedInLinearSteps() {
        // "Aa" and "BB" have one hash, and so have all words of as many of them
        String words = IntStream.range(0, 1 << 12)
                .mapToObj(number -> IntStream.range(0, 12)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
        assertThat(Judged.by("rouge-n", words).of(words).score()).isEqualTo(1);
    }

    @Test
    void textBeyondTheBoundIsTooComplex() {
        for (String assertion : new String[] {"bleu", "gleu", "rouge-n", "word-count", "is-refusal", "contains-xml"}) {
            Judged judged = Judged.by(assertion, assertion.equals("word-count") ? "3" : "x");
            assertThat(judged.of("x".repeat(1_000_001)).errorType()).isEqualTo("too_complex");
            assertThat(judged.of("x".repeat(1_000_001)).error()).contains("1,000,000 characters");
        }
        assertThat(Judged.by("bleu", "[" + "\"x\",".repeat(100) + "\"x\"]")
                        .of("x")
                        .error())
                .contains("more than 100 texts");
    }

    @Test
    void searchForAnAlmostMatchingTextIsLinear() {
        String text = "a".repeat(500_000);
        String part = "a".repeat(250_000) + "b";
        assertThat(Judged.by("contains", part).of(text).successful()).isFalse();
        assertThat(steps("contains", text, part)).isLessThan(2_000_000);
        assertThat(Judged.by("contains", "a".repeat(250_000)).passes(text)).isTrue();
        assertThat(Judged.by("contains", "ab".repeat(100_000) + "c").passes("ab".repeat(200_000) + "c"))
                .isTrue();
    }

    @Test
    void schemasThatReferToEachOtherEndSoon() {
        StringBuilder schema = new StringBuilder("{\"$ref\": \"#/definitions/d0\", \"definitions\": {");
        for (int level = 0; level < 11; level++) {
            String next = "{\"$ref\": \"#/definitions/d" + (level + 1) + "\"}";
            schema.append("\"d%d\": {\"allOf\": [%s]},".formatted(level, (next + ",").repeat(9) + next));
        }
        Judged judged = Judged.by("is-json", schema + "\"d11\": {\"type\": \"object\"}}}");
        assertThat(judged.of("{}").errorType()).isEqualTo("too_complex");
        assertThat(judged.of("{}").error()).containsAnyOf("seconds", "steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\": \"#\"}",
                "{\"anyOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}",
                "{\"properties\": {\"a\": {\"$ref\": \"#/properties/b\"}, \"b\": {\"$ref\": \"#/properties/a\"}}}",
                "{\"not\": {\"not\": {\"$ref\": \"#\"}}}",
                "{\"if\": {\"$ref\": \"#\"}, \"then\": {\"$ref\": \"#\"}}",
                "{\"allOf\": [{\"$ref\": \"#/definitions/x\"}], \"definitions\": {\"x\": {\"oneOf\": [{\"$ref\": \"#\"}]}}}"
            })
    void schemaInACircleIsTooComplex(String schema) {
        assertThat(Judged.by("is-json", schema).of("{\"a\": 1}").errorType()).isEqualTo("too_complex");
    }

    @Test
    void patternsAndFormatsAndUniqueItemsOfASchemaAreBounded() {
        String slow = "{\"type\": \"string\", \"pattern\": \"^(a+)+\\\\1?!!$\"}";
        assertThat(Judged.by("is-json", slow).of("\"" + "a".repeat(100) + "!\"").errorType())
                .isEqualTo("too_complex");
        assertThat(Judged.by("is-json", "{\"format\": \"email\"}")
                        .of("\"" + "a".repeat(20_000) + "\"")
                        .errorType())
                .isEqualTo("too_complex");
        assertThat(Judged.by("is-json", "{\"uniqueItems\": true}")
                        .of("[" + "1,".repeat(20_000) + "1]")
                        .errorType())
                .isEqualTo("too_complex");
        assertThat(Judged.by("is-json", "{\"uniqueItems\": true}").passes("[1, 2, 3]"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "string", "nullable": true}                                   | null         | true
            {"type": "string", "nullable": true}                                   | "x"          | true
            {"type": "string", "nullable": true}                                   | 1            | false
            {"type": "string", "nullable": false}                                  | null         | false
            {"type": "string"}                                                     | null         | false
            {"type": ["string", "number"], "nullable": true}                       | null         | true
            {"type": "string", "enum": ["a"], "nullable": true}                    | null         | false
            {"type": "string", "enum": ["a", null], "nullable": true}              | null         | true
            {"properties": {"a": {"type": "object", "nullable": true, "properties": {"b": {"type": "string"}}}}} | {"a": null} | true
            {"properties": {"a": {"type": "object", "nullable": true, "properties": {"b": {"type": "string"}}}}} | {"a": {"b": null}} | false
            {"properties": {"nullable": {"type": "string"}}}                       | {"nullable": "x"} | true
            {"items": {"type": "integer", "nullable": true}}                       | [1, null]    | true
            {"const": {"nullable": true}}                                          | {"nullable": true} | true
            """)
    void nullableIsThatOfAjv(String schema, String json, boolean passes) {
        assertThat(Judged.by("is-json", schema).passes(json)).isEqualTo(passes);
    }

    @Test
    void nullableWithoutTypeIsRefusedAsByAjv() {
        assertThat(Judged.by("is-json", "{\"nullable\": true}").of("null").errorType())
                .isEqualTo("invalid_value");
    }

    private static long steps(String assertion, String text) {
        return steps(assertion, text, assertion.equals("is-refusal") ? "" : text);
    }

    private static long steps(String assertion, String text, String value) {
        Budget budget = new Budget(Long.MAX_VALUE, Duration.ofMinutes(1));
        AssertionBudget.boundedBy(
                budget, () -> Judged.by(assertion, value).check().judge(Judged.evidence(text, null, null)));
        return budget.spent();
    }
}
