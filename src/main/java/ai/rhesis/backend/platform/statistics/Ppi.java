package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// Prediction-powered inference (PPI++, Angelopoulos, Duchi, Zrnic 2023): people's differences of a drawn sample of
/// pairs, helped by the judge's differences of all others as far as the judge follows people.
///
/// With h people's and f the judge's difference, n labelled and N others: λ = clip₀₁(cov(h, f)/((1 + n/N)·var(f))),
/// D = λ·mean_N(f) + mean_L(h - λf), SE² = λ²·var(f)/N + var_L(h - λf)/n, ν = n - 1; without others λ is 0.
public record Ppi(long labelled, long others, double lambda, double delta, double standardError) {

    /// The least number of drawn tests whose every result is reviewed.
    public static final int MIN_LABELLED = 30;

    /// Estimates from the labelled pairs and the moments of the judge's differences of the others; null below two
    /// labels.
    public static @Nullable Ppi of(LabelledPairs labels, Moments others) {
        int n = labels.n();
        if (n < 2) {
            return null;
        }
        double varianceOfJudge = varianceOfJudge(labels, others);
        double lambda = lambda(labels, others.n(), varianceOfJudge);
        double[] beyond = labels.beyond(lambda);
        double mean = labels.weightedMean(beyond);
        double ofLabels = Moments.of(labels.linearised(beyond, mean)).squares() / (n - 1) / n;
        double ofOthers = others.n() == 0 ? 0 : lambda * lambda * varianceOfJudge / others.n();
        return new Ppi(n, others.n(), lambda, lambda * others.mean() + mean, Math.sqrt(ofOthers + ofLabels));
    }

    /// Null where nothing varies.
    public @Nullable PairedResult test(Significance significance) {
        return standardError < PairedResult.MIN_STANDARD_ERROR
                ? null
                : new StudentT(delta, standardError, labelled - 1.0).test(PairedMethod.PPI, significance, null, null);
    }

    private static double varianceOfJudge(LabelledPairs labels, Moments others) {
        Moments all = Moments.of(labels.judge()).and(others);
        return all.squares() / (all.n() - 1);
    }

    private static double lambda(LabelledPairs labels, long others, double varianceOfJudge) {
        return others == 0 || varianceOfJudge == 0
                ? 0
                : Math.clamp(labels.covariance() / ((1 + (double) labels.n() / others) * varianceOfJudge), 0, 1);
    }
}
