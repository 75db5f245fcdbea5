package ai.rhesis.backend.metric.assertion;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The assertions about the length, duration and cost of an answer.
final class Measures {

    private static final double MICROS = 1_000_000;

    private Measures() {}

    /// Counts words as white space separates them: exactly so many, or between `min` and `max`.
    static Check wordCount(Terms terms) {
        Bounds bounds = Bounds.of(terms.requiredValue());
        return Check.ofText(output -> {
            int words = OutputText.words(AssertionBudget.read(output)).size();
            return AssertionResult.of(bounds.include(words), "%d words, compared with %s".formatted(words, bounds));
        });
    }

    /// Allows at most so many milliseconds.
    static Check latency(Terms terms) {
        double bound = terms.requiredThreshold();
        return evidence -> AssertionResult.of(
                evidence.latencyMillis() <= bound,
                "The answer took %d ms, compared with %s ms"
                        .formatted(evidence.latencyMillis(), OutputText.plain(bound)));
    }

    /// Allows at most so many US dollars.
    static Check cost(Terms terms) {
        double bound = terms.requiredThreshold();
        return evidence -> {
            if (evidence.costMicros() == null) {
                throw UnjudgeableException.missing("cost", "The target did not tell what the answer cost");
            }
            double cost = evidence.costMicros() / MICROS;
            return AssertionResult.of(
                    cost <= bound,
                    String.format(
                            Locale.ROOT,
                            "The answer cost %.6f dollars, compared with %s",
                            cost,
                            OutputText.plain(bound)));
        };
    }

    private record Bounds(@Nullable Double min, @Nullable Double max) {

        static Bounds of(String text) {
            JsonNode value = JsonTexts.parse(text.strip());
            Bounds bounds = value instanceof ObjectNode object
                    ? new Bounds(number(object.path("min")), number(object.path("max")))
                    : new Bounds(number(value), number(value));
            boolean isRange = bounds.min == null || bounds.max == null || bounds.min <= bounds.max;
            if (bounds.min == null && bounds.max == null || !isRange) {
                throw UnjudgeableException.invalidValue(
                        "The value must be a number, or JSON as {\"min\": 20, \"max\": 50} with one or both of them");
            }
            return bounds;
        }

        private static @Nullable Double number(@Nullable JsonNode value) {
            return value == null || !value.isNumber() ? null : Double.valueOf(value.doubleValue());
        }

        boolean include(int words) {
            return (min == null || words >= min) && (max == null || words <= max);
        }

        @Override
        public String toString() {
            return (min == null ? "any" : min) + " to " + (max == null ? "any" : max);
        }
    }
}
