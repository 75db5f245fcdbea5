package ai.rhesis.backend.platform.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Wilcoxon's test of signed ranks, zeros kept in the ranking (Pratt 1959), by the exact mid-p over all flips of
/// signs.
///
/// Ranks are doubled, so that mid-ranks are whole. The flips are counted by adding one rank after the other to the
/// distribution of the sum, which takes n³ steps and not 2ⁿ.
public final class SignedRanks {

    /// The number of pairs from which the t-test takes over.
    public static final int MIN_PAIRS_FOR_T = 30;

    /// Twelve decimals: differences of shares that are equal stay equal.
    private static final double DECIMALS = 1e12;

    private final int[] ranks;
    private final int plus;
    private final int minus;

    private SignedRanks(double[] differences) {
        double[] rounded =
                Arrays.stream(differences).map(d -> Math.rint(d * DECIMALS)).toArray();
        double[] sizes = Arrays.stream(rounded).map(Math::abs).sorted().toArray();
        ranks = new int[rounded.length];
        int[] sums = new int[2];
        for (int i = 0; i < rounded.length; i++) {
            ranks[i] = rounded[i] == 0 ? 0 : doubledRank(sizes, Math.abs(rounded[i]));
            sums[rounded[i] > 0 ? 1 : 0] += ranks[i];
        }
        plus = sums[1];
        minus = sums[0];
    }

    /// Tests fewer pairs than 30; the interval is that of the t-test.
    public static PairedResult test(double[] differences, Significance significance) {
        SignedRanks ranks = new SignedRanks(differences);
        int total = ranks.plus + ranks.minus;
        Double effect = total == 0 ? null : (double) (ranks.plus - ranks.minus) / total;
        return answer(Moments.of(differences), ranks.midP(significance.alternative()), effect, significance);
    }

    /// Tests pairs that all differ by the same, of any number: all ranks are one, and the flips binomial.
    public static PairedResult ofEqual(Moments equal, Significance significance) {
        double sign = Math.signum(Math.rint(equal.mean() * DECIMALS));
        PairedOutcomes signs = new PairedOutcomes(equal.n(), sign > 0 ? equal.n() : 0, sign < 0 ? equal.n() : 0);
        double p = MidP.p(signs, significance.alternative());
        return answer(equal, p, sign == 0 ? null : sign, significance);
    }

    private static PairedResult answer(Moments d, double p, @Nullable Double effect, Significance significance) {
        Double error = d.standardError();
        Double df = error == null ? null : d.n() - 1.0;
        Interval ci = PairedT.interval(d, significance);
        return new PairedResult(PairedMethod.WILCOXON_PRATT, d.mean(), p, ci, effect, error, df, null);
    }

    /// Computes twice the mid-rank: how many are smaller, plus how many are not greater, plus one.
    private static int doubledRank(double[] sorted, double size) {
        int smaller = 0;
        int notGreater = 0;
        for (double other : sorted) {
            smaller += other < size ? 1 : 0;
            notGreater += other <= size ? 1 : 0;
        }
        return smaller + notGreater + 1;
    }

    private double midP(Alternative alternative) {
        double[] distribution = distribution();
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * lowerMidP(distribution, Math.min(plus, minus)));
            // the distribution is the same from both ends: P(W >= w) is P(W <= total - w)
            case WORSE -> lowerMidP(distribution, plus);
            case BETTER -> lowerMidP(distribution, minus);
        };
    }

    private static double lowerMidP(double[] distribution, int k) {
        double below = 0;
        for (int w = 0; w < k; w++) {
            below += distribution[w];
        }
        return below + distribution[k] / 2;
    }

    private double[] distribution() {
        double[] distribution = new double[plus + minus + 1];
        distribution[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached += rank;
            for (int w = reached; rank > 0 && w >= 0; w--) {
                distribution[w] = (distribution[w] + (w >= rank ? distribution[w - rank] : 0)) / 2;
            }
        }
        return distribution;
    }
}
