package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The power asked of a comparison, from which follow the tests it needs and the least change that it detects.
public record Power(Significance significance, double power) {

    public static final double DEFAULT_POWER = 0.8;
    public static final double DEFAULT_DETECT = 0.05;

    public static Power of(Significance significance) {
        return new Power(significance, DEFAULT_POWER);
    }

    /// Computes N(Δ) = ((z(q)·√ψ' + z(π)·√(ψ' - Δ²))/Δ)², ψ' = max(ψ, Δ): the pairs at which a change of the pass
    /// rate by Δ is found when ψ of them are discordant (Connor 1987).
    double pairs(double discordance, double change) {
        double psi = Math.max(discordance, change);
        double root = zAlpha() * Math.sqrt(psi) + zPower() * Math.sqrt(Math.max(0, psi - change * change));
        return square(root / change);
    }

    /// Finds the change with N(Δ) = n; null where not even a change of 1 is found.
    public @Nullable Double detectable(long n, double discordance) {
        return pairs(discordance, 1) > n
                ? null
                : (Double) Tango.crossing(change -> pairs(discordance, change) - n, 0, 1);
    }

    /// Computes ⌈N(Δ)⌉.
    public long testsNeeded(double discordance, double change) {
        return (long) Math.ceil(pairs(discordance, change));
    }

    /// Computes ⌈((z(q)·√V + z(π)·√ψ)/δ)²⌉, V being Tango's variance of one pair at Λ = -δ with ψ/2 on either side:
    /// the pairs at which a candidate that didn't change is found not worse by the margin.
    public long testsNeededForMargin(double discordance, double margin) {
        double variance = Tango.variance(1, discordance / 2, discordance / 2, -margin);
        double root = zAlpha() * Math.sqrt(variance) + zPower() * Math.sqrt(discordance);
        return (long) Math.ceil(square(root / margin));
    }

    /// Computes (t(q, ν) + t(π, ν))·SE.
    public double detectable(double standardError, double df) {
        return (Quantiles.t(significance.q(), df) + Quantiles.t(power, df)) * standardError;
    }

    /// Computes ⌈(z(q) + z(π))²·n·SE²/Δ²⌉.
    public long testsNeeded(long n, double standardError, double change) {
        return (long) Math.ceil(square((zAlpha() + zPower()) * standardError / change) * n);
    }

    double zAlpha() {
        return Quantiles.z(significance.q());
    }

    double zPower() {
        return Quantiles.z(power);
    }

    private static double square(double x) {
        return x * x;
    }
}
