package ai.rhesis.backend.metric.evaluation;

import java.util.Arrays;

/// How a score is compared with a threshold, whoever gave the score.
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

    /// The operator that is written so; `>=` for what is none.
    public static ThresholdOperator of(String sign) {
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(sign))
                .findFirst()
                .orElse(AT_LEAST);
    }

    public boolean holds(double score, double threshold) {
        return switch (this) {
            case EQUAL -> score == threshold;
            case NOT_EQUAL -> score != threshold;
            case BELOW -> score < threshold;
            case AT_MOST -> score <= threshold;
            case ABOVE -> score > threshold;
            case AT_LEAST -> score >= threshold;
        };
    }
}
