package ai.rhesis.backend.platform.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steadiness of one test over its last results: how often two of them differ, and whether runs differ by more
/// than chance.
public record Stability(
        long n,
        long passes,
        @Nullable Double flipRate,
        boolean flaky,
        @Nullable Drift drift) {

    /// The least number of results from which a test is called flaky.
    public static final int MIN_RESULTS = 5;

    /// The share of rarer results that a flaky test certainly exceeds.
    public static final double MIN_RARER_SHARE = 0.05;

    private static final double LEVEL = 0.95;

    /// The results of one run, and the passes among them.
    public record Results(long n, long passes) {}

    /// Pearson's χ² (1900) of pass and fail over the runs.
    public record Drift(double statistic, int df, double p) {}

    public static Stability of(List<Results> runs) {
        long n = runs.stream().mapToLong(Results::n).sum();
        long passes = runs.stream().mapToLong(Results::passes).sum();
        return new Stability(n, passes, flipRate(n, passes), flaky(n, passes), drift(runs, n, passes));
    }

    /// Computes 2c(n - c)/(n(n - 1)), the share of pairs of results that differ; null below two.
    private static @Nullable Double flipRate(long n, long passes) {
        return n < 2 ? null : (Double) (2.0 * passes * (n - passes) / (n * (n - 1.0)));
    }

    private static boolean flaky(long n, long passes) {
        Estimate rarer = Wilson.of(Math.min(passes, n - passes), n, LEVEL);
        return n >= MIN_RESULTS && rarer != null && rarer.ci().lo() > MIN_RARER_SHARE;
    }

    /// Computes the drift; null for fewer than two runs, and where all results are alike.
    private static @Nullable Drift drift(List<Results> all, long n, long passes) {
        List<Results> runs = all.stream().filter(run -> run.n() > 0).toList();
        if (runs.size() < 2 || passes == 0 || passes == n) {
            return null;
        }
        double share = (double) passes / n;
        double statistic = 0;
        for (Results run : runs) {
            double off = run.passes() - run.n() * share;
            // of passes and of fails, whose distances are the same
            statistic += off * off / (run.n() * share * (1 - share));
        }
        int df = runs.size() - 1;
        return new Drift(statistic, df, Quantiles.chiSquareAbove(statistic, df));
    }
}
