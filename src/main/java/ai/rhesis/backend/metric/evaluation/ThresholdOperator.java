package ai.rhesis.backend.metric.evaluation;

import java.util.Arrays;

/// The comparison of a score with a threshold, whoever gave the score.
public enum ThresholdOperator {
    EQUAL("="),
    NOT_EQUAL("!="),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String sign;

    ThresholdOperator(String sign) {
        this.sign = sign;
    }

    /// Finds the operator that is written so; `>=` for anything else.
    public static ThresholdOperator of(String sign) {
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(sign))
                .findFirst()
                .orElse(AT_LEAST);
    }

    /// Compares both as they are shown, so that a score of 0.9 reaches 0.9 however it was computed.
    public boolean holds(double score, double threshold) {
        int order = Double.compare(Scores.rounded(score), Scores.rounded(threshold));
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
