package ai.rhesis.backend.platform.statistics;

import java.util.function.DoubleUnaryOperator;

/// The score interval of a difference of paired proportions (Tango 1998), whose end is also the test of a margin.
final class Tango {

    private static final double PRECISION = 1e-12;

    private Tango() {}

    /// Finds {Λ: |T(Λ)| ≤ z}. An end is ±1 where the difference is; without discordant pair it is ±z²/(n + z²).
    static Interval interval(PairedOutcomes pairs, double z) {
        if (pairs.discordant() == 0) {
            double end = z * z / (pairs.n() + z * z);
            return new Interval(-end, end);
        }
        double delta = pairs.delta();
        double lo = delta == -1 ? -1 : crossing(x -> score(pairs, x) - z, -1, delta);
        double hi = delta == 1 ? 1 : crossing(x -> score(pairs, x) + z, delta, 1);
        return new Interval(lo, hi);
    }

    /// Computes T(Λ) = (i - r - nΛ) / √(n(2q̃ + Λ(1 - Λ))), which falls in Λ; infinite where the variance under Λ is
    /// 0.
    static double score(PairedOutcomes pairs, double lambda) {
        double distance = pairs.improved() - pairs.regressed() - pairs.n() * lambda;
        double variance = variance(pairs.n(), pairs.improved(), pairs.regressed(), lambda);
        return distance == 0 ? 0 : distance / Math.sqrt(pairs.n() * variance);
    }

    /// Returns the variance of one difference under Λ, 2q̃ + Λ(1 - Λ), where q̃ is the likeliest share of
    /// regressions under Λ.
    static double variance(double n, double improved, double regressed, double lambda) {
        double a = 2 * n;
        double b = -improved - regressed + (2 * n - improved + regressed) * lambda;
        double c = -regressed * lambda * (1 - lambda);
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
        // the same root in the form that doesn't cancel
        double share = b > 0 ? -2 * c / (root + b) : (root - b) / (2 * a);
        return Math.max(0, 2 * share + lambda * (1 - lambda));
    }

    /// Bisects a falling function between two points of opposite sign.
    static double crossing(DoubleUnaryOperator falling, double from, double to) {
        double lo = from;
        double hi = to;
        while (hi - lo > PRECISION) {
            double middle = (lo + hi) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return (lo + hi) / 2;
    }
}
