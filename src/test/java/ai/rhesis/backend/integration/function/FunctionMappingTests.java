package ai.rhesis.backend.integration.function;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.connector.RegisteredFunction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionMappingTests {

    private static final Map<String, Object> REQUEST = Map.of("question", "{{ input }}");
    private static final Map<String, Object> RESPONSE = Map.of("output", "$.text");
    private static final String GUESSED_OUTPUT = "{{ output or response or result or answer or reply or message }}";

    @ParameterizedTest
    @CsvSource({
        // decorator, saved, source, request, response
        "both, none, sdk_manual, decorator, decorator",
        "both, both, sdk_manual, decorator, decorator",
        "request, none, sdk_hybrid, decorator, names",
        "request, both, sdk_hybrid, decorator, names",
        "response, none, sdk_hybrid, names, decorator",
        "response, both, sdk_hybrid, names, decorator",
        "none, both, previously_saved, saved, saved",
        "none, request, auto_mapped, names, names",
        "none, response, auto_mapped, names, names",
        "none, none, auto_mapped, names, names",
    })
    void firstOfDecoratorSavedAndNamesDecides(
            String decorated, String saved, String source, String request, String response) {
        FunctionMapping chosen = FunctionMapping.choose(
                function(
                        mapping(decorated, "request", Map.of("q", "{{ input }} of the decorator")),
                        mapping(decorated, "response", Map.of("output", "$.decorator")),
                        "q",
                        "text"),
                new Mappings(
                        mapping(saved, "request", Map.of("q", "{{ input }} as saved")),
                        mapping(saved, "response", Map.of("output", "$.saved"))),
                Set.of());

        assertThat(chosen.source()).hasToString(source);
        assertThat(Objects.requireNonNull(chosen.mappings().request()))
                .containsAllEntriesOf(Map.of(
                                "decorator", Map.<String, Object>of("q", "{{ input }} of the decorator"),
                                "saved", Map.<String, Object>of("q", "{{ input }} as saved"),
                                "names", Map.<String, Object>of("text", "{{ input }}"))
                        .get(request));
        assertThat(Objects.requireNonNull(chosen.mappings().response()).get("output"))
                .isEqualTo(Map.of("decorator", "$.decorator", "saved", "$.saved", "names", GUESSED_OUTPUT)
                        .get(response));
    }

    @Test
    void savedKeysThatTheDecoratorLacksAreKept() {
        assertThat(requestOver(Map.of("temperature", "{{ params.t }}")))
                .isEqualTo(Map.of("question", "{{ input }}", "temperature", "{{ params.t }}"));
    }

    @Test
    void savedValueWithoutTemplateIsKept() {
        assertThat(requestOver(Map.of("question", "always this"))).isEqualTo(Map.of("question", "always this"));
        assertThat(requestOver(Map.of("question", Map.of("a", List.of(1, 2)))))
                .isEqualTo(Map.of("question", Map.of("a", List.of(1, 2))));
    }

    @Test
    void savedTemplateGivesWayToTheDecorator() {
        assertThat(requestOver(Map.of("question", "{{ input | upper }}"))).isEqualTo(REQUEST);
        assertThat(requestOver(Map.of("question", Map.of("deep", List.of("{{ input }}")))))
                .isEqualTo(REQUEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "a query          > query       > 1",
                "PROMPT           > PROMPT      > 1",
                "user_message     > user_message> 0.9",
                "chat_input       > chat_input  > 0.9",
                "my_question      > my_question > 0.7",
                "instructions     > instructions> 0.7",
                "question text    > text        > 1",
                "text question    > text        > 1",
                "query input      > query       > 1",
                "user_id chat_id  > ''          > 0",
                "request_id x     > ''          > 0",
            })
    void parameterWhoseNameIsMostLikeAnInputTakesIt(String parameters, String input, double confidence) {
        FunctionMapping chosen =
                FunctionMapping.choose(function(null, null, parameters.split(" ")), Mappings.NONE, Set.of());

        assertThat(inputOf(chosen)).isEqualTo(input);
        assertThat(chosen.confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource({"session", "session_id", "conversation", "conversation_id", "thread", "thread_id", "chat", "chat_id"})
    void conversationIsFoundByItsName(String parameter) {
        FunctionMapping chosen =
                FunctionMapping.choose(function(null, null, "input", parameter), Mappings.NONE, Set.of());

        assertThat(chosen.mappings().request())
                .isEqualTo(Map.of("input", "{{ input }}", parameter, "{{ conversation_id }}"));
        assertThat(chosen.reasoning()).contains("conversation_id to " + parameter);
    }

    @Test
    void inputsPassWhereNoNameIsLikeOne() {
        FunctionMapping chosen = FunctionMapping.choose(function(null, null, "a", "b"), Mappings.NONE, Set.of());

        assertThat(chosen.mappings().request()).isNull();
        assertThat(chosen.mappings().response()).containsKeys("output", "context", "metadata", "tool_calls");
        assertThat(chosen.reasoning()).contains("pass by their own names");
    }

    @Test
    void mappingsThatNamesMadeFollowNewNames() {
        RegisteredFunction before = function(null, null, "query");
        Mappings saved = FunctionMapping.choose(before, Mappings.NONE, Set.of()).mappings();

        FunctionMapping renamed = FunctionMapping.choose(function(null, null, "prompt"), saved, Set.of("query"));

        assertThat(renamed.source()).isEqualTo(MappingSource.AUTO_MAPPED);
        assertThat(renamed.mappings().request()).isEqualTo(Map.of("prompt", "{{ input }}"));
    }

    private static Map<String, Object> requestOver(Map<String, Object> saved) {
        return Objects.requireNonNull(FunctionMapping.choose(
                        function(REQUEST, RESPONSE, "question"), new Mappings(saved, RESPONSE), Set.of("question"))
                .mappings()
                .request());
    }

    private static String inputOf(FunctionMapping chosen) {
        Map<String, Object> request = chosen.mappings().request() == null
                ? Map.of()
                : chosen.mappings().request();
        return request.entrySet().stream()
                .filter(entry -> entry.getValue().equals("{{ input }}"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Map<String, Object> mapping(String given, String half, Map<String, Object> mapping) {
        return given.equals("both") || given.equals(half) ? mapping : null;
    }

    private static RegisteredFunction function(
            @Nullable Map<String, Object> request, @Nullable Map<String, Object> response, String... parameters) {
        Map<String, @Nullable Object> taken = new LinkedHashMap<>();
        Arrays.stream(parameters).forEach(parameter -> taken.put(parameter, Map.of("type", "str")));
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("request_mapping", request);
        metadata.put("response_mapping", response);
        return new RegisteredFunction("ask", taken, "dict", metadata);
    }
}
