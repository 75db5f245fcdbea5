package ai.rhesis.backend.platform.statistics;

/// A confidence interval.
public record Interval(double lo, double hi) {

    static Interval around(double middle, double reach) {
        return new Interval(middle - reach, middle + reach);
    }

    Interval cut(double min, double max) {
        return new Interval(Math.clamp(lo, min, max), Math.clamp(hi, min, max));
    }

    /// Carries both ends from the logarithm of a ratio to the ratio.
    Interval exp() {
        return new Interval(Math.exp(lo), Math.exp(hi));
    }
}
