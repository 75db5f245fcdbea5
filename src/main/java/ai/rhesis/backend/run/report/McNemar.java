package ai.rhesis.backend.run.report;

import java.math.BigDecimal;
import java.math.MathContext;

/// McNemar's exact test of paired verdicts: if nothing had changed, a test whose verdict differs would be as likely
/// broken as fixed. See McNemar, Q. (1947), Psychometrika 12(2), 153–157.
public record McNemar(int broken, int fixed) {

    private static final double SIGNIFICANT = 0.05;
    private static final double MIN_SHOWN = 0.001;

    /// How likely a difference at least as large is by chance: twice the tail of the binomial distribution of one half.
    double probability() {
        int differing = broken + fixed;
        int fewer = Math.min(broken, fixed);
        double logarithm = -differing * Math.log(2);
        double tail = 0;
        for (int count = 0; count <= fewer; count++) {
            tail += Math.exp(logarithm);
            logarithm += Math.log((double) (differing - count) / (count + 1));
        }
        return Math.min(1, 2 * tail);
    }

    public boolean isSignificant() {
        return probability() < SIGNIFICANT;
    }

    /// `p = 0.38`, or `p < 0.001`.
    public String figure() {
        double probability = probability();
        return probability < MIN_SHOWN
                ? "p < " + MIN_SHOWN
                : "p = "
                        + BigDecimal.valueOf(probability)
                                .round(new MathContext(2))
                                .stripTrailingZeros()
                                .toPlainString();
    }
}
