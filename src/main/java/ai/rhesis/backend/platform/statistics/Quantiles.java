package ai.rhesis.backend.platform.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// The quantiles and tails of the distributions in use, by commons-statistics.
final class Quantiles {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    static double z(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /// Returns Student's t at `df` degrees of freedom, which need not be whole.
    static double t(double p, double df) {
        TDistribution t = TDistribution.of(df);
        // the library solves to 1e-9; one step of Newton's makes of that the precision of a double
        double near = t.inverseCumulativeProbability(p);
        double density = t.density(near);
        return density > 0 && Double.isFinite(near) ? near - (t.cumulativeProbability(near) - p) / density : near;
    }

    /// Returns the probability of Student's t above `x`.
    static double tAbove(double x, double df) {
        return TDistribution.of(df).survivalProbability(x);
    }

    /// Returns the probability of χ² above `x`.
    static double chiSquareAbove(double x, double df) {
        return ChiSquaredDistribution.of(df).survivalProbability(x);
    }
}
