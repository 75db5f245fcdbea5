package ai.rhesis.backend.metric.metric;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The range of a score and the threshold from which on it is good. A judge that gives numbers has 0 to 1 and the
/// middle when nobody says otherwise; an assertion has defaults of its own.
record ScoreRange(
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double threshold) {

    static ScoreRange of(MetricRequest metric, String backend) {
        boolean isJudgedInNumbers = metric.scoreType().equals("numeric") && !metric.isAssertion(backend);
        return isJudgedInNumbers
                ? ofJudge(metric.minScore(), metric.maxScore(), metric.threshold())
                : new ScoreRange(metric.minScore(), metric.maxScore(), metric.threshold());
    }

    /// Tells whether the threshold can be reached.
    boolean isWithin() {
        return threshold == null || (min == null || threshold >= min) && (max == null || threshold <= max);
    }

    private static ScoreRange ofJudge(@Nullable Double min, @Nullable Double max, @Nullable Double threshold) {
        double from = Objects.requireNonNullElse(min, 0.0);
        double to = Objects.requireNonNullElse(max, 1.0);
        return new ScoreRange(from, to, Objects.requireNonNullElse(threshold, (from + to) / 2));
    }
}
