package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JSON and its schemas, after the examples of promptfoo's documentation.
class JsonChecksTests {

    private static final String PLACE = """
            {"required": ["latitude", "longitude"], "type": "object", "properties": {
                "latitude": {"type": "number", "minimum": -90, "maximum": 90},
                "longitude": {"type": "number", "minimum": -180, "maximum": 180}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is-json       | {"a": [1, null]}              | true
            is-json       | 12                            | true
            is-json       | "text"                        | true
            is-json       | {"a": 1} and more             | false
            is-json       | {a: 1}                        | false
            is-json       | [1, 2,]                       | false
            is-json       | 01                            | false
            is-json       | NaN                           | false
            is-json       | ''                            | false
            is-json       | no                            | false
            contains-json | Here: {"a": {"b": 1}}. Bye    | true
            contains-json | Here: {'a': 1, /* b */ c: 2,} | true
            contains-json | Here: {not: JSON              | false
            contains-json | A {word} and {"a": 1}         | true
            contains-json | no braces                     | false
            """)
    void outputIsOrContainsJson(String name, String output, boolean passes) {
        assertThat(Judged.by(name, "").passes(output)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is-json       | {"latitude": 1, "longitude": 2}                              | true
            is-json       | {"latitude": 91, "longitude": 2}                             | false
            is-json       | {"latitude": 1}                                              | false
            is-json       | latitude                                                     | false
            contains-json | It is at {"latitude": 1, "longitude": 2}.                    | true
            contains-json | Not {"latitude": 91}, but {"latitude": 1, "longitude": 2}    | true
            contains-json | It is at {"latitude": 91, "longitude": 2}.                   | false
            """)
    void jsonFollowsTheSchema(String name, String output, boolean passes) {
        assertThat(Judged.by(name, PLACE).passes(output)).isEqualTo(passes);
    }

    @Test
    void formatsAndPatternsCount() {
        String schema = "{\"properties\": {\"mail\": {\"format\": \"email\"}, \"zip\": {\"pattern\": \"^\\\\d{5}$\"}}}";
        assertThat(Judged.by("is-json", schema).passes("{\"mail\": \"ann@mail.org\", \"zip\": \"12345\"}"))
                .isTrue();
        assertThat(Judged.by("is-json", schema).passes("{\"mail\": \"nobody\"}"))
                .isFalse();
        assertThat(Judged.by("is-json", schema).passes("{\"zip\": \"12345 \"}")).isFalse();
    }

    @Test
    void newerDraftsAreKnownByTheirName() {
        String schema =
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"prefixItems\": [{\"type\": \"string\"}]}";
        assertThat(Judged.by("is-json", schema).passes("[\"x\"]")).isTrue();
        assertThat(Judged.by("is-json", schema).passes("[1]")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no JSON
            []
            {"type": "thing"}
            {"pattern": "("}
            {"$schema": "https://example.com/mine"}
            {"$ref": "http://127.0.0.1:9/schema.json"}
            {"$ref": "classpath:application.yaml"}
            {"$ref": "file:///etc/passwd"}
            {"$ref": "#/definitions/none"}
            """)
    void unusableSchemaIsAnError(String schema) {
        assertThat(Judged.by("is-json", schema).of("\"x\"").errorType()).isEqualTo("invalid_value");
        assertThat(Judged.by("not-is-json", schema).of("\"x\"").successful()).isNull();
    }

    @Test
    void whatNeverEndsIsAnErrorAndNoFail() {
        assertThat(Judged.by("is-json", "").of("[".repeat(100_000)).errorType()).isEqualTo("too_complex");
        assertThat(Judged.by("contains-json", "").of("{\"a\":".repeat(100_000)).errorType())
                .isEqualTo("too_complex");
        assertThat(Judged.by("contains-json", "").of("{\"a".repeat(100_000)).errorType())
                .isNotEqualTo("too_long");
        String slow = "{\"pattern\": \"^(a+)+\\\\1?!!$\"}";
        assertThat(Judged.by("is-json", slow).of("\"" + "a".repeat(60) + "!\"").errorType())
                .isEqualTo("too_complex");
        String endless = "{\"$ref\": \"#\"}";
        assertThat(Judged.by("is-json", endless).of("1").errorType()).isIn("too_complex", "invalid_value");
    }
}
