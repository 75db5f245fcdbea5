package ai.rhesis.backend.metric.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// Computed scores without the noise of binary fractions: 0.8999999999999996 is 0.9.
public final class Scores {

    private static final MathContext SIGNIFICANT_DIGITS = new MathContext(12);

    private Scores() {}

    /// Rounds to 12 significant digits.
    public static double rounded(double score) {
        return Double.isFinite(score)
                ? BigDecimal.valueOf(score).round(SIGNIFICANT_DIGITS).doubleValue()
                : score;
    }

    public static @Nullable Double rounded(@Nullable Double score) {
        return score == null ? null : Double.valueOf(rounded(score.doubleValue()));
    }
}
