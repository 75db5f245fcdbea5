package ai.rhesis.backend.platform.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// McNemar's test of paired outcomes by its mid-p (Fagerland, Lydersen, Laake 2013), with Tango's interval.
public final class MidP {

    private MidP() {}

    /// Tests whether as many improved as regressed. The effect is i/m - ½; null where no pair is discordant.
    public static PairedResult test(PairedOutcomes pairs, Significance significance) {
        long m = pairs.discordant();
        Double effect = m == 0 ? null : (double) pairs.improved() / m - 0.5;
        return new PairedResult(
                PairedMethod.MCNEMAR_MIDP,
                pairs.delta(),
                p(pairs, significance.alternative()),
                Tango.interval(pairs, Quantiles.z(significance.q())),
                effect,
                null,
                null,
                null);
    }

    /// Computes, for X ~ Bin(m, ½): two-sided 2P(X ≤ K) - P(X = K) with K = min(i, r), one-sided P(X ≥ w) - ½P(X =
    /// w) with w = r (worse) or i (better).
    static double p(PairedOutcomes pairs, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> twoSided(pairs);
            case WORSE -> upper(pairs.discordant(), pairs.regressed());
            case BETTER -> upper(pairs.discordant(), pairs.improved());
        };
    }

    private static double twoSided(PairedOutcomes pairs) {
        BinomialDistribution x = half(pairs.discordant());
        int k = Math.toIntExact(Math.min(pairs.improved(), pairs.regressed()));
        return Math.min(1, 2 * x.cumulativeProbability(k) - x.probability(k));
    }

    private static double upper(long m, long w) {
        BinomialDistribution x = half(m);
        int from = Math.toIntExact(w);
        // survival is P(X > w)
        return x.survivalProbability(from) + x.probability(from) / 2;
    }

    private static BinomialDistribution half(long m) {
        return BinomialDistribution.of(Math.toIntExact(m), 0.5);
    }
}
