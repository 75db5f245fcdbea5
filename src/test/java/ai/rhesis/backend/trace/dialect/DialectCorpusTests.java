package ai.rhesis.backend.trace.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads each span of the corpus, and finds everything that it tells in its place.
class DialectCorpusTests {

    private static final int MIN_SPANS = 5;

    static List<Corpus.Case> cases() {
        return Corpus.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSpanIsReadAsItsConventionMeansIt(Corpus.Case one) {
        // through text, so that numbers of one value are equal
        JsonNode read = JsonMapper.shared()
                .readTree(Corpus.json(Dialects.read(one.span())).toString());

        assertThat(read.toPrettyString()).isEqualTo(one.reading().toPrettyString());
    }

    @Test
    void eachConventionHasAtLeastFiveSpansWithInputOutputTokensAndTools() {
        Map<String, List<Reading>> byConvention = Corpus.cases().stream()
                .collect(Collectors.groupingBy(
                        Corpus.Case::convention,
                        TreeMap::new,
                        Collectors.mapping(one -> Dialects.read(one.span()), Collectors.toList())));

        assertThat(byConvention)
                .containsOnlyKeys(
                        "ai-sdk",
                        "genai-1.36",
                        "genai-1.37",
                        "genai-current",
                        "litellm",
                        "mixed",
                        "openinference",
                        "openllmetry",
                        "rhesis");
        assertThat(byConvention).allSatisfy((convention, readings) -> {
            assertThat(readings).hasSizeGreaterThanOrEqualTo(MIN_SPANS);
            assertThat(readings).anyMatch(reading -> reading.input() != null && reading.output() != null);
            assertThat(readings).anyMatch(reading -> reading.totalTokens() != null);
            assertThat(readings).anyMatch(reading -> !reading.toolCalls().isEmpty());
        });
    }
}
