package ai.rhesis.backend.platform.statistics;

/// The false alarms that a caller accepts, and the side on which they count.
public record Significance(double alpha, Alternative alternative) {

    public static final double DEFAULT_ALPHA = 0.05;
    public static final double MAX_ALPHA = 0.2;

    public Significance {
        if (!(alpha > 0 && alpha <= MAX_ALPHA)) {
            throw new IllegalArgumentException("alpha is " + alpha + ", allowed is 0 < alpha <= " + MAX_ALPHA);
        }
    }

    public static Significance twoSided(double alpha) {
        return new Significance(alpha, Alternative.TWO_SIDED);
    }

    /// Returns the probability left in one tail.
    double tail() {
        return alternative == Alternative.TWO_SIDED ? alpha / 2 : alpha;
    }

    /// Returns the probability up to the quantile that every interval uses.
    double q() {
        return 1 - tail();
    }

    /// Returns the confidence level of the interval: a one-sided call gets the wider tails on both ends.
    public double level() {
        return 1 - 2 * tail();
    }
}
