package ai.rhesis.backend.metric.metric;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The range of a score and the threshold from which on it is good. A judge that gives numbers has 0 to 1 and the
/// middle when nobody says otherwise; an assertion has defaults of its own; of a program, a number has to reach 0 and
/// a yes 1.
record ScoreRange(
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double threshold) {

    static ScoreRange of(MetricRequest metric, String backend) {
        boolean isJudgedInNumbers = metric.scoreType().equals("numeric") && metric.asksModel(backend);
        if (isJudgedInNumbers) {
            return ofJudge(metric.minScore(), metric.maxScore(), metric.threshold());
        }
        boolean isOfProgram = backend.equals(MetricRequest.PROGRAM_BACKEND);
        Double threshold =
                isOfProgram && metric.threshold() == null ? ofProgram(metric.scoreType()) : metric.threshold();
        return new ScoreRange(metric.minScore(), metric.maxScore(), threshold);
    }

    private static @Nullable Double ofProgram(String scoreType) {
        return switch (scoreType) {
            case "numeric" -> 0.0;
            case "binary" -> 1.0;
            default -> null;
        };
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
