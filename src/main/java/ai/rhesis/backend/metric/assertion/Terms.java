package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.evaluation.ThresholdOperator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The input of an assertion: a value to compare with, a threshold, and how a score is compared with it.
///
/// @param value empty when there is none
record Terms(String value, @Nullable Double threshold, String operator) {

    /// @throws UnjudgeableException when there is no value
    String requiredValue() {
        if (value.isEmpty()) {
            throw UnjudgeableException.missing("value", "There is no value to compare the output with");
        }
        return value;
    }

    double thresholdOr(double defaultThreshold) {
        return threshold == null ? defaultThreshold : threshold;
    }

    /// @throws UnjudgeableException when there is no threshold
    double requiredThreshold() {
        if (threshold == null) {
            throw UnjudgeableException.missing("threshold", "There is no threshold to compare with");
        }
        return threshold;
    }

    /// Compares a score between 0 and 1 with the threshold.
    AssertionResult score(String name, double score, double defaultThreshold) {
        double bound = thresholdOr(defaultThreshold);
        boolean passes = ThresholdOperator.of(operator).holds(score, bound);
        String fact = String.format(
                Locale.ROOT, "%s is %.4f, compared by %s %s", name, score, operator, OutputText.plain(bound));
        return new AssertionResult(score, passes, fact);
    }
}
