package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The interval of a proportion by its score (Wilson 1927).
public final class Wilson {

    private Wilson() {}

    /// Returns the share with its interval at the given level; null of nothing.
    public static @Nullable Estimate of(long successes, long n, double level) {
        if (n == 0) {
            return null;
        }
        double share = (double) successes / n;
        return new Estimate(share, interval(share, n, Quantiles.z((1 + level) / 2)));
    }

    /// Computes (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n), for a share of `n` that may be a mean of shares.
    static Interval interval(double share, long n, double z) {
        double z2 = z * z / n;
        double middle = (share + z2 / 2) / (1 + z2);
        double reach = z * Math.sqrt(share * (1 - share) / n + z2 / 4 / n) / (1 + z2);
        return Interval.around(middle, reach).cut(0, 1);
    }
}
