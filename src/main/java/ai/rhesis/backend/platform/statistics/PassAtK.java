package ai.rhesis.backend.platform.statistics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The chances that any, and that all, of k repetitions pass, each the mean over tests of its unbiased estimate.
///
/// pass@k is by Chen et al. (2021), pass^k by Yao et al. (2024).
public record PassAtK(int k, Estimate any, Estimate all) {

    /// The level of the intervals.
    public static final double LEVEL = 0.95;

    /// Estimates both over the tests with k repetitions at least; null where there are none.
    public static @Nullable PassAtK of(int k, List<Repeated> tests) {
        List<Repeated> repeated = tests.stream()
                .filter(test -> test.repetitions() >= k && test.tests() > 0)
                .toList();
        return repeated.isEmpty()
                ? null
                : new PassAtK(
                        k, estimate(repeated, test -> test.atLeastOne(k)), estimate(repeated, test -> test.all(k)));
    }

    private static Estimate estimate(List<Repeated> tests, ToDoubleFunction<Repeated> chance) {
        Moments moments = tests.stream()
                .map(test -> new Moments(test.tests(), chance.applyAsDouble(test), 0))
                .reduce(new Moments(0, 0, 0), Moments::and);
        double value = Math.clamp(moments.mean(), 0, 1);
        return new Estimate(value, interval(moments, value));
    }

    /// Computes Student's interval over the tests, cut to [0, 1], or Wilson's where that has no width.
    private static Interval interval(Moments moments, double value) {
        Double error = moments.standardError();
        return error == null || error < PairedResult.MIN_STANDARD_ERROR
                ? Wilson.interval(value, moments.n(), Quantiles.z((1 + LEVEL) / 2))
                : new StudentT(value, error, moments.n() - 1)
                        .interval((1 + LEVEL) / 2)
                        .cut(0, 1);
    }
}
