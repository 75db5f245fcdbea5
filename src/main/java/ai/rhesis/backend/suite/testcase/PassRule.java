package ai.rhesis.backend.suite.testcase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The rule by which the repetitions of a test make its outcome: `"all"` of them pass, `"any"` does,
/// `{"k": 2}` do, or a metric's mean score over them is high enough: `{"metric": "Correct", "mean_score": 0.7}`.
public record PassRule(JsonNode rule) {

    /// The most repetitions that a test may have.
    public static final int MAX_REPETITIONS = 100;

    private static final Set<String> WORDS = Set.of("all", "any");
    private static final String K = "k";
    private static final String METRIC = "metric";
    private static final String MEAN_SCORE = "mean_score";

    /// @throws IllegalArgumentException when it is no such rule
    @JsonCreator
    static PassRule read(JsonNode rule) {
        if (rule.isString() && WORDS.contains(rule.stringValue()) || isCount(rule) || isMean(rule)) {
            return new PassRule(rule);
        }
        throw new IllegalArgumentException("\"all\", \"any\", {\"k\": 1 to " + MAX_REPETITIONS
                + "} or {\"metric\": its name or id, \"mean_score\": a number}");
    }

    private static boolean isCount(JsonNode rule) {
        JsonNode k = rule.path(K);
        return rule.size() == 1 && k.canConvertToExactIntegral() && k.asInt() >= 1 && k.asInt() <= MAX_REPETITIONS;
    }

    private static boolean isMean(JsonNode rule) {
        return rule.size() == 2
                && rule.path(METRIC).isString()
                && !rule.path(METRIC).stringValue().isBlank()
                && rule.path(MEAN_SCORE).isNumber()
                && Double.isFinite(rule.path(MEAN_SCORE).asDouble());
    }

    @JsonValue
    JsonNode write() {
        return rule;
    }

    @Override
    public String toString() {
        return rule.toString();
    }
}
