package ai.rhesis.backend.integration.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathsTests {

    private static final Object ANSWER = Map.of(
            "choices",
            List.of(Map.of("message", Map.of("content", "Hi")), Map.of("message", Map.of("content", "Ho"))),
            "big",
            "12345678901234567890");

    @Test
    void pathFindsOneValueOrNothing() {
        assertThat(JsonPaths.read("$.choices[0].message.content", ANSWER)).isEqualTo("Hi");
        assertThat(JsonPaths.read("$.choices[7].message.content", ANSWER)).isNull();
        assertThat(JsonPaths.read("$.nothing.at.all", ANSWER)).isNull();
        assertThat(JsonPaths.read("$.big.deeper", ANSWER)).isNull();
        assertThat(JsonPaths.read("$", null)).isNull();
        assertThat(JsonPaths.read("$", ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void wildcardFindsAList() {
        assertThat(JsonPaths.read("$.choices[*].message.content", ANSWER)).isEqualTo(List.of("Hi", "Ho"));
        assertThat(JsonPaths.read("$..content", ANSWER)).isEqualTo(List.of("Hi", "Ho"));
        assertThat(JsonPaths.read("$.choices[?(@.message.content == 'Ho')]", ANSWER))
                .isEqualTo(List.of(Map.of("message", Map.of("content", "Ho"))));
        assertThat(JsonPaths.read("$..nothing", ANSWER)).isEqualTo(List.of());
        assertThat(JsonPaths.read("$.choices.length()", ANSWER)).isEqualTo(2);
    }

    private static final Object FIGURES =
            Map.of("n", List.of(3L, 1L, 2L), "a", "x", "b", "y", "o", Map.of("k", 1L), "t", List.of("p", "q"));

    @Test
    void functionsGiveTheirValue() {
        assertThat(JsonPaths.read("$.n.max()", FIGURES)).isEqualTo(3.0);
        assertThat(JsonPaths.read("$.n.min()", FIGURES)).isEqualTo(1.0);
        assertThat(JsonPaths.read("$.n.sum()", FIGURES)).isEqualTo(6.0);
        assertThat(JsonPaths.read("$.n.avg()", FIGURES)).isEqualTo(2.0);
        assertThat(JsonPaths.read("$.n.first()", FIGURES)).isEqualTo(3L);
        assertThat(JsonPaths.read("$.t.concat()", FIGURES)).isEqualTo("pq");
        assertThat(JsonPaths.read("$.concat($.a, $.b)", FIGURES)).isEqualTo("xy");
    }

    @Test
    void functionHoldsNothingOfTheDocumentBefore() {
        assertThat(JsonPaths.read("$.concat($.a, $.b)", Map.of("a", "1", "b", "2")))
                .isEqualTo("12");
        assertThat(JsonPaths.read("$.concat($.a, $.b)", Map.of("a", "3", "b", "4")))
                .isEqualTo("34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.max($.a)",
                "$.max($..*)",
                "$.max($.nothing)",
                "$.max('x')",
                "$.max({})",
                "$.n.max(1)",
                "$.sum($..*, $..*)",
                "$.avg()",
                "$.stddev()",
                "$.concat($..*)",
                "$.concat($.n)",
                "$.concat($.o, {\"a\": 1})",
                "$.n.index()",
                "$.n.index('x')",
                "$.n.index(7)",
                "$.n.last(1)",
                "$.keys($.o)",
                "$.n.keys()",
                "$.length($..*)",
                "$..max()",
                "$.max($.max($.max($.n)))",
                "$[?(@.max($.n) > 1)]",
                "$[?(@ in $..*)]",
                "$.n[?(@ > 'x')]",
                "$..[?(@.length() > 1)]",
            })
    void functionThatFitsNotIsNoBug(String path) {
        try {
            JsonPaths.read(path, FIGURES);
        } catch (TemplateException refused) {
            assertThat(refused.getMessage()).startsWith(path).doesNotContain("java.", "Exception");
        }
    }

    @Test
    void functionsOverALargeDocumentAreTooComplex() {
        List<Object> deep = new java.util.ArrayList<>();
        List<Object> last = deep;
        for (int depth = 0; depth < 300; depth++) {
            List<Object> next = new java.util.ArrayList<>(List.of("x".repeat(1_000)));
            last.add(next);
            last = next;
        }
        for (String path : List.of("$.concat($..*, $..*)", "$..*..*..*", "$.concat(" + "$.x,".repeat(90) + "$.x)")) {
            assertThatThrownBy(() -> JsonPaths.read(path, Map.of("x", deep)))
                    .isInstanceOfSatisfying(
                            TemplateException.class,
                            refused -> assertThat(refused.isTooComplex()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.[",
                "$.a[?(@.b =~ /(a+)+$/)]",
                "$[",
                "",
                "$.a.append(1)",
                "$.a[?(@.b subsetof $.c)]",
                "$[?(@ NONEOF $.c)]"
            })
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> JsonPaths.check(path)).isInstanceOf(TemplateException.class);
    }
}
