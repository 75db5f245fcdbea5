package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// Prediction-powered inference (PPI++, Angelopoulos, Duchi, Zrnic 2023): people's differences of a drawn sample of
/// pairs, helped by the judge's differences of all others as far as the judge follows people.
///
/// With h people's and f the judge's difference, n labelled and N others: λ = clip₀₁(cov(h, f)/((1 + n/N)·var(f))),
/// D = λ·m + mean_L(h - λf), SE² = λ²·var(f)/N + var_L(h - λf)/n, ν = n - 1; without others λ is 0. The mean m of the
/// others is mean_N(f) where all pairs were as likely to be drawn. Where they were not, those that are left are no fair
/// sample either, and m is what the weighted labels leave of the mean of all: ((n + N)·mean(f) - n·mean_L(f))/N.
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
        double delta = lambda * meanOfOthers(labels, others) + mean;
        return new Ppi(n, others.n(), lambda, delta, Math.sqrt(ofOthers + ofLabels));
    }

    /// Returns the mean over the results that were not drawn, by the weights.
    private static double meanOfOthers(LabelledPairs labels, Moments others) {
        if (others.n() == 0) {
            return 0;
        }
        Moments all = Moments.of(labels.judge()).and(others);
        return (all.n() * all.mean() - labels.n() * labels.weightedMean(labels.judge())) / others.n();
    }

    /// Tests the difference; null where nothing varies.
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
