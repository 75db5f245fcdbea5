package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The verdicts of a judge beside those of people: both pass, the judge alone, people alone, none.
public record Confusion(long tp, long fp, long fn, long tn) {

    private static final double LEVEL = 0.95;

    public long n() {
        return tp + fp + fn + tn;
    }

    /// Returns the share of passes that the judge sees; null without passes.
    public @Nullable Estimate sensitivity() {
        return Wilson.of(tp, tp + fn, LEVEL);
    }

    /// Returns the share of failures that the judge sees; null without failures.
    public @Nullable Estimate specificity() {
        return Wilson.of(tn, tn + fp, LEVEL);
    }

    /// Returns the share of passes, as people see it.
    public @Nullable Estimate prevalence() {
        return Wilson.of(tp + fn, n(), LEVEL);
    }

    /// Computes Cohen's κ (1960) ± z·SE, SE by Fleiss, Cohen, Everitt (1969), cut to [-1, 1]. Null where chance
    /// explains all.
    ///
    /// All agreeing, that SE is 0; then the lower end is that of Wilson's agreement, carried to the scale of κ.
    public @Nullable Estimate kappa() {
        double chance = n() == 0 ? 1 : chance();
        if (chance == 1) {
            return null;
        }
        if (fp + fn == 0) {
            double lo = Wilson.interval(1, n(), z()).lo();
            return new Estimate(1, new Interval((lo - chance) / (1 - chance), 1).cut(-1, 1));
        }
        double kappa = (share(tp + tn) - chance) / (1 - chance);
        return new Estimate(
                kappa, Interval.around(kappa, z() * kappaError(kappa, chance)).cut(-1, 1));
    }

    /// Returns the agreement expected by chance.
    private double chance() {
        return share(tp + fp) * share(tp + fn) + share(fn + tn) * share(fp + tn);
    }

    /// Computes √((Σ pᵢᵢ(1 - (pᵢ. + p.ᵢ)(1 - κ))² + (1 - κ)²·Σ pᵢⱼ(p.ᵢ + pⱼ.)² - (κ - pₑ(1 - κ))²) / (n(1 - pₑ)²)).
    private double kappaError(double kappa, double chance) {
        double apart = 1 - kappa;
        double both = share(tp) * square(1 - share(2 * tp + fp + fn) * apart)
                + share(tn) * square(1 - share(2 * tn + fp + fn) * apart);
        // of each cell off the diagonal: how often people say what the judge says there, and the judge what people say
        double one = share(fp) * square(share(tp + fn) + share(fn + tn))
                + share(fn) * square(share(fp + tn) + share(tp + fp));
        double variance = both + apart * apart * one - square(kappa - chance * apart);
        return Math.sqrt(Math.max(0, variance) / n()) / (1 - chance);
    }

    private double share(long part) {
        return (double) part / n();
    }

    private static double square(double x) {
        return x * x;
    }

    private static double z() {
        return Quantiles.z((1 + LEVEL) / 2);
    }
}
