package ai.rhesis.backend.platform.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The number of some values, their mean, and the sum of their squared distances from it.
///
/// In SQL: `count(d)`, `avg(d)`, `regr_sxx(d, d)`. Not the sum of squares: its difference from n·mean² drowns in
/// rounding where all values are nearly alike, which is where a method has to yield.
public record Moments(long n, double mean, double squares) {

    public static Moments of(double... values) {
        if (values.length == 0) {
            return new Moments(0, 0, 0);
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(d -> (d - mean) * (d - mean)).sum();
        return new Moments(values.length, mean, squares);
    }

    /// Returns the standard error of the mean; null below two values.
    @Nullable
    Double standardError() {
        return n < 2 ? null : Math.sqrt(squares / (n - 1) / n);
    }

    /// Returns the mean over the standard deviation, a size of effect; null where they don't vary.
    @Nullable
    Double standardized() {
        Double error = standardError();
        return error == null || error < PairedResult.MIN_STANDARD_ERROR ? null : mean / Math.sqrt(squares / (n - 1));
    }

    /// Returns the moments of both together (Chan, Golub, LeVeque 1983).
    Moments and(Moments other) {
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        double all = n + other.n;
        double apart = other.mean - mean;
        return new Moments(
                n + other.n,
                mean + apart * other.n / all,
                squares + other.squares + apart * apart * n * (other.n / all));
    }
}
