package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The geometric mean of ratios of pairs, as of latencies: exp of the mean of ln(candidate/baseline), with the
/// interval of that mean through exp; null of one pair.
public record Ratio(double value, @Nullable Interval ci) {

    /// Computes the ratio by clusters where there are some, else by Student's t; null of no pairs.
    public static @Nullable Ratio of(Moments logarithms, @Nullable Clusters clusters, Significance significance) {
        if (logarithms.n() == 0) {
            return null;
        }
        PairedResult clustered = clusters == null ? null : clusters.test(logarithms, significance);
        Interval ci = clustered == null ? PairedT.interval(logarithms, significance) : clustered.ci();
        return new Ratio(Math.exp(logarithms.mean()), ci == null ? null : ci.exp());
    }
}
