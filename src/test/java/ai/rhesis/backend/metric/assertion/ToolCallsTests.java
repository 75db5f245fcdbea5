package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get_weather, book_flight | get_weather,book_flight        | 1
            get_weather, book_flight | get_weather                    | 0.667
            get_weather, book_flight | get_weather,book_flight,search | 0.8
            get_weather              | book_flight                    | 0
            ["get_weather"]          | get_weather,get_weather        | 1
            """)
    void scoresAreThoseOfTheDocumentation(String expected, String called, double f1) {
        String calls = "[{\"name\": \"" + called.replace(",", "\"}, {\"name\": \"") + "\"}]";
        assertThat(Judged.by("tool-call-f1", expected).ofCalls(calls).score()).isCloseTo(f1, within(0.001));
        assertThat(Judged.by("tool-call-f1", expected).ofCalls(calls).successful())
                .isEqualTo(f1 == 1);
        assertThat(Judged.by("tool-call-f1", expected).from(0.6).ofCalls(calls).successful())
                .isEqualTo(f1 > 0.6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tool_calls\": [{\"type\": \"function\", \"function\": {\"name\": \"find\", \"arguments\": \"{}\"}}]}",
                "[{\"function\": {\"name\": \"find\"}}]",
                "{\"type\": \"function_call\", \"name\": \"find\", \"arguments\": \"{\\\"name\\\": \\\"x\\\"}\"}",
                "[{\"type\": \"text\", \"text\": \"Well\"}, {\"type\": \"tool_use\", \"name\": \"find\", \"input\": {}}]",
                "{\"functionCall\": {\"name\": \"find\"}}",
                "{\"toolCall\": {\"functionCalls\": [{\"name\": \"find\"}]}}",
                "[{\"name\": \"find\"}]"
            })
    void formsOfAllProvidersAreKnown(String calls) {
        assertThat(Judged.by("tool-call-f1", "find").ofCalls(calls).score()).isEqualTo(1);
        assertThat(Judged.by("tool-call-f1", "find").of(calls).score()).isEqualTo(1);
    }

    @Test
    void callsAreFoundInText() {
        String output = "Let me look.\n{\"type\": \"tool_use\", \"name\": \"find\"}\nand {\"name\": \"no call\"}";
        assertThat(Judged.by("tool-call-f1", "find").passes(output)).isTrue();
        assertThat(Judged.by("tool-call-f1", "find").of("No tool needed").score())
                .isZero();
        assertThat(Judged.by("tool-call-f1", " , ").of("x").errorType()).isEqualTo("missing_value");
    }
}
