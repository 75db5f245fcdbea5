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

    @ParameterizedTest
    @ValueSource(strings = {"$.[", "$.a[?(@.b =~ /(a+)+$/)]", "$[", ""})
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> JsonPaths.check(path)).isInstanceOf(TemplateException.class);
    }
}
