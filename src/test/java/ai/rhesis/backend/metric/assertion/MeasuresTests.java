package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.metric.evaluation.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3                      | one  two three     | true
            3                      | one two            | false
            0                      | ''                 | true
            {"min": 2, "max": 3}   | one two            | true
            {"min": 2, "max": 3}   | one two three four | false
            {"min": 2}             | one                | false
            {"min": 2}             | one two            | true
            {"max": 2}             | one two three      | false
            {"max": 2}             | one two            | true
            """)
    void wordsAreCounted(String value, String output, boolean passes) {
        assertThat(Judged.by("word-count", value).passes(output)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "''\nmany\n{}\n{\"min\": 3, \"max\": 2}\n[1]")
    void unusableCountIsAnError(String value) {
        assertThat(Judged.by("word-count", value).of("x").errorType()).isIn("invalid_value", "missing_value");
    }

    @Test
    void latencyIsAtMostTheThreshold() {
        assertThat(Judged.by("latency", "").from(250).passes("x")).isTrue();
        assertThat(Judged.by("latency", "").from(249).passes("x")).isFalse();
        assertThat(Judged.by("latency", "").of("x").errorType()).isEqualTo("missing_threshold");
        assertThat(Judged.by("latency", "").from(250).of((String) null).successful())
                .isTrue();
    }

    @Test
    void costIsAtMostTheThresholdInDollars() {
        assertThat(Judged.by("cost", "").from(0.0015).passes("x")).isTrue();
        assertThat(Judged.by("cost", "").from(0.001).passes("x")).isFalse();
        Evidence free = new Evidence("", "x", null, null, null, null, List.of(), null, 1, null);
        assertThat(Judged.by("cost", "").from(1).of(free).errorType()).isEqualTo("missing_cost");
        assertThat(Judged.by("not-cost", "").from(1).of(free).successful()).isNull();
    }
}
