package ai.rhesis.backend.suite.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@IntegrationTest
class DownloadApiTests {

    private static final List<String> AWKWARD = List.of(
            "plain",
            "Größe, \"Zitat\"; 'Apostroph'",
            "=1+1",
            "+49",
            "-5",
            "@user",
            "'=1",
            "''",
            "'",
            "\ttab\tin and out\t",
            "two\nlines\r\nthree\rfour\n",
            "  lead and trail  ",
            "astral 😀 𝒳, combined e\u0301, zero\u200Dwidth, bidi \u202Eabc",
            "عربي עברית 中文",
            "\u0001\u001f\u007f\u0085\u2028\uFEFF\uFFFE\uFFFF",
            "next\u0085line",
            "_x0041_ and _x000D_",
            "{{secret}} {% endraw %} {# c #}",
            "file:///etc/passwd",
            "yes",
            "null",
            "012",
            "1e3",
            "2026-01-01",
            "- a: b\n# c",
            "{\"json\": true}",
            "[1]",
            "<script>alert('x')</script> & &amp; ]]>",
            "long " + "x😀".repeat(40_000));

    @Autowired
    Organizations organizations;

    @Autowired
    JsonMapper json;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @ParameterizedTest
    @CsvSource({"csv,csv", "json,json", "jsonl,jsonl", "xlsx,xlsx", "promptfoo,yaml"})
    void whatIsDownloadedComesBackAsItWas(String format, String suffix) {
        String set = awkwardSet();
        byte[] file = api.download("/test_sets/" + set + "/download?format=" + format);
        Api others = organizations.create();
        Answer analysis = others.upload("/import/analyze", "file", Map.of("set." + suffix, file));
        assertThat(analysis.status()).as(String.valueOf(analysis)).isEqualTo(200);
        Answer parsed = others.post("/import/" + analysis.text("import_id") + "/parse", Map.of());
        assertThat(parsed.at("validation_summary.error_count").asInt())
                .as(parsed.at("errors").toString())
                .isZero();
        Answer imported = others.post("/import/" + analysis.text("import_id") + "/confirm", Map.of("name", "Back"));
        List<JsonNode> before = contents(api, set);
        List<JsonNode> after = contents(others, imported.id());
        assertThat(after).hasSameSizeAs(before);
        for (int place = 0; place < before.size(); place++) {
            assertThat(after.get(place)).as(format + " " + place).isEqualTo(before.get(place));
        }
        byte[] again = others.download("/test_sets/" + imported.id() + "/download?format=jsonl");
        assertThat(again).isEqualTo(api.download("/test_sets/" + set + "/download?format=jsonl"));
    }

    @Test
    void namesAndTypesAreThoseOfTheFormat() {
        String set = api.create("/test_sets", Map.of("name", "Größte \"Fälle\"\r\nX-Evil: 1"));
        assertThat(api.get("/test_sets/" + set + "/download").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"grosste-falle-x-evil-1.csv\"");
        assertThat(type(set, "csv")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(type(set, "json")).isEqualTo("application/json");
        assertThat(type(set, "jsonl")).isEqualTo("application/jsonl;charset=UTF-8");
        assertThat(type(set, "xlsx")).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(type(set, "PROMPTFOO")).isEqualTo("application/yaml");
        assertThat(text(set, "csv")).startsWith("\"name\",\"description\",\"test_type\",\"prompt_content\"");
        assertThat(text(set, "promptfoo")).endsWith("tests: []\n");
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThereAre() {
        String set = api.create("/test_sets", Map.of("name", "s"));
        Answer refused = api.get("/test_sets/" + set + "/download?format=pdf");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("format");
        assertThat(refused.at("allowed_values").size()).isEqualTo(5);
    }

    @Test
    void noCellIsAFormula() {
        String set = awkwardSet();
        for (String line : text(set, "csv").split("\",\"|\r\n\"?")) {
            assertThat(line).doesNotContainPattern("\\A\"?[=+@]").doesNotContainPattern("\\A\"?-[0-9]");
        }
    }

    @Test
    void promptfooGetsVariablesAssertionsAndMetadata() {
        String id = api.post("/test_sets/bulk", """
                {"name": "s", "test_set_type": "Single-Turn", "tests": [
                  {"prompt": {"content": "Say {{x}}", "expected_response": "x"}, "description": "d", "category": "c",
                   "test_metadata": {"source": "book", "vars": {"tone": "kind"}}}]}
                """).id();
        assertThat(text(id, "promptfoo")).isEqualTo("""
                description: s
                prompts:
                - '{{prompt}}'
                providers:
                - echo
                tests:
                - description: d
                  vars:
                    prompt: '{% raw %}Say {{x}}{% endraw %}'
                    tone: kind
                  assert:
                  - type: equals
                    value: x
                  metadata:
                    source: book
                    rhesis:
                      test_type: Single-Turn
                      category: c
                      language_code: en-US
                """);
    }

    @Test
    void theJsonMakesTheSetAnew() {
        String set = awkwardSet();
        ObjectNode body = (ObjectNode) json.readTree(api.download("/test_sets/" + set + "/download?format=json"));
        Answer made = organizations.create().post("/test_sets/bulk", body.toString());
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("attributes.metadata.total_tests"))
                .isEqualTo(String.valueOf(contents(api, set).size()));
    }

    @Test
    void everyTestIsInAFileOfManyPages() {
        String set = manyTests(650);
        List<String> lines = text(set, "jsonl").lines().toList();
        assertThat(lines).hasSize(650);
        assertThat(lines.getFirst()).contains("\"Test 0\"");
        assertThat(lines.getLast()).contains("\"Test 649\"");
    }

    @Test
    void aDownloadThatFailsMidwayIsNotTakenForAWholeFile() throws SQLException {
        String set = manyTests(650);
        String last = String.valueOf(api.get("/test_sets/" + set + "/tests?limit=1&sort_by=position&sort_order=desc")
                .text("0.id"));
        try (Connection connection =
                        TestDatabase.shared().connect(TestDatabase.shared().migrator());
                Statement statement = connection.createStatement()) {
            statement.execute("update app.test set test_metadata = '[]' where id = '%s'".formatted(last));
        }
        for (String format : List.of("csv", "json", "jsonl", "promptfoo")) {
            assertThatThrownBy(() -> api.download("/test_sets/" + set + "/download?format=" + format))
                    .as(format)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aDeletedSetIsGoneAndAForeignOneNeverWas() {
        String set = api.create("/test_sets", Map.of("name", "s"));
        assertThat(organizations.create().get("/test_sets/" + set + "/download").status())
                .isEqualTo(404);
        assertThat(api.get("/test_sets/" + UUID.randomUUID() + "/download").status())
                .isEqualTo(404);
        api.delete("/test_sets/" + set);
        assertThat(api.get("/test_sets/" + set + "/download").status()).isEqualTo(410);
    }

    private String type(String set, String format) {
        return String.valueOf(
                api.get("/test_sets/" + set + "/download?format=" + format).header("Content-Type"));
    }

    private String text(String set, String format) {
        return new String(api.download("/test_sets/" + set + "/download?format=" + format), UTF_8);
    }

    private String manyTests(int count) {
        List<Map<String, Object>> tests = IntStream.range(0, count)
                .mapToObj(place -> Map.<String, Object>of(
                        "prompt", Map.of("content", "Test " + place), "test_metadata", Map.of("text", "x".repeat(50))))
                .toList();
        return api.post("/test_sets/bulk", Map.of("name", "Many", "test_set_type", "Single-Turn", "tests", tests))
                .id();
    }

    private String awkwardSet() {
        List<Map<String, Object>> tests = new ArrayList<>();
        for (String text : AWKWARD) {
            tests.add(single(text));
            tests.add(multi(text));
        }
        tests.add(Map.of("prompt", Map.of("content", "bare")));
        tests.add(Map.of("prompt", Map.of("content", "empty"), "description", "", "test_metadata", Map.of()));
        tests.add(Map.of("prompt", Map.of("content", "empty answer", "expected_response", "", "language_code", "de")));
        tests.add(asserting("a", List.of(Map.of("type", "contains", "value", "file://{{x}}"))));
        tests.add(asserting("same", List.of(Map.of("type", "equals", "value", "same"))));
        tests.add(asserting("other", List.of(Map.of("type", "equals", "value", "b"), Map.of("type", "is-json"))));
        Map<String, Object> own = Map.of("rhesis", Map.of("name", "x"), "vars", Map.of("prompt", "p"), "assert", "no");
        tests.add(Map.of("prompt", Map.of("content", "own keys"), "test_metadata", own));
        Map<String, Object> unexpected =
                new LinkedHashMap<>(asserting("x", List.of(Map.of("type", "similar", "value", "y"))));
        unexpected.put("prompt", Map.of("content", "no answer"));
        tests.add(unexpected);
        String set = api.post("/test_sets/bulk", Map.of("name", "A", "test_set_type", "Single-Turn", "tests", tests))
                .id();
        String tagged = String.valueOf(api.get("/test_sets/" + set + "/tests").text("0.id"));
        for (String tag : List.of("smoke", "with, comma", "=tag")) {
            api.post("/tags/Test/" + tagged, Map.of("name", tag));
        }
        String status =
                String.valueOf(api.get("/statuses?entity_type=Test&limit=1").text("0.id"));
        api.put("/tests/" + tagged, Map.of("status_id", status));
        return set;
    }

    private static Map<String, Object> single(String text) {
        return Map.of(
                "name",
                beginning(text, 100),
                "description",
                text,
                "prompt",
                Map.of("content", text.isBlank() ? "x" : text, "expected_response", text),
                "category",
                "=Category",
                "topic",
                "Topic, \"quoted\"",
                "requirement",
                "-Requirement",
                "priority",
                2,
                "test_metadata",
                Map.of("k " + beginning(text, 20), List.of(text, 1, true), "n", Map.of("deep", 1.5)));
    }

    private static String beginning(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))));
    }

    private static Map<String, Object> multi(String text) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("goal", text);
        configuration.put("instructions", text);
        configuration.put("context", text.length() % 2 == 0 ? text : Map.of("text", text, "list", List.of(1, text)));
        configuration.put("min_turns", 2);
        configuration.put("max_turns", 7);
        return Map.of("test_configuration", configuration, "test_metadata", Map.of("vars", Map.of("a", text)));
    }

    private static Map<String, Object> asserting(String expected, List<?> assertions) {
        return Map.of(
                "prompt", Map.of("content", "asserts", "expected_response", expected),
                "test_metadata", Map.of("assert", assertions));
    }

    /// What a test says, without what every row has of its own.
    private static List<JsonNode> contents(Api api, String set) {
        List<JsonNode> contents = new ArrayList<>();
        for (JsonNode test : api.get("/test_sets/" + set + "/tests").json()) {
            ObjectNode content = (ObjectNode) test.deepCopy();
            content.retain(Arrays.asList("name", "description", "test_configuration", "priority", "test_metadata"));
            for (String path : List.of(
                    "/prompt/content",
                    "/prompt/expected_response",
                    "/prompt/language_code",
                    "/category/name",
                    "/topic/name",
                    "/requirement/name",
                    "/status/name",
                    "/test_type/type_value")) {
                content.set(path, test.at(path));
            }
            content.put("tags", test.path("tags").findValuesAsString("name").toString());
            contents.add(content);
        }
        return contents;
    }
}
