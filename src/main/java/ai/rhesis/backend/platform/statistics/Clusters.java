package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The pairs of two runs in clusters, summed up as the cluster-robust test needs them.
///
/// With S_g the sum and n_g the count of differences, w_g = n_g/n and a_g = w_g²/(1 - w_g): `spread` is
/// Σ(S_g - n_g·D)²/(1 - w_g), the others Σw², Σa and Σa²; `shared` counts the clusters of two pairs and more.
public record Clusters(int count, int shared, double spread, double w2, double a, double a2) {

    /// The least number of shared clusters at which clusters are taken into account unasked.
    public static final int MIN_SHARED = 5;

    public static final Clusters NONE = new Clusters(0, 0, 0, 0, 0, 0);

    /// Sums up all clusters of the differences `all`, a pair without cluster being one of its own.
    public static Clusters of(Moments all, Iterable<Cluster> clusters) {
        Clusters sum = NONE;
        for (Cluster cluster : clusters) {
            sum = sum.and(all, cluster.n(), new Moments(1, cluster.sum(), 0));
        }
        return sum;
    }

    /// Adds clusters that have `n` pairs each, by the moments of their sums.
    public Clusters and(Moments all, long n, Moments sums) {
        long times = sums.n();
        double w = (double) n / all.n();
        double rest = 1 - w;
        double apart = sums.mean() - n * all.mean();
        double leverage = w * w / rest;
        return new Clusters(
                Math.toIntExact(count + times),
                Math.toIntExact(shared + (n > 1 ? times : 0)),
                spread + (sums.squares() + times * apart * apart) / rest,
                w2 + times * w * w,
                a + times * leverage,
                a2 + times * leverage * leverage);
    }

    /// Tells whether enough clusters hold two pairs for `auto` to use them.
    public boolean suffice() {
        return shared >= MIN_SHARED;
    }

    /// Tests whether the mean is 0 with CR2 standard errors, SE = √spread/n, and the degrees of freedom of Bell and
    /// McCaffrey (2002), ν = 1/(Σw² + (Σa)² - Σa²); of equal clusters that is the t-test of their means. Null of
    /// one cluster, and where nothing varies between them.
    public @Nullable PairedResult test(Moments all, Significance significance) {
        double error = Math.sqrt(spread) / all.n();
        if (count < 2 || error < PairedResult.MIN_STANDARD_ERROR) {
            return null;
        }
        double df = 1 / (w2 + a * a - a2);
        return new StudentT(all.mean(), error, df)
                .test(PairedMethod.CLUSTER_T, significance, all.standardized(), count);
    }
}
