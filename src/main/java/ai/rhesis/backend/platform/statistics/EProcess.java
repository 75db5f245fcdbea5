package ai.rhesis.backend.platform.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A comparison that may be looked at after every pair: differences enter in the seeded order of the run, and the
/// first crossing decides.
///
/// It keeps each value that came and how often, not the order: repetitions make few values.
public final class EProcess {

    /// The decisions that end a run early.
    public enum Decision {
        WORSE,
        NOT_WORSE
    }

    private final double alpha;
    private final Bets above = Bets.above(0);
    private final Bets below = Bets.below(0);
    private final @Nullable Bets aboveMargin;
    private final Map<Double, Long> differences = new TreeMap<>();
    private double mostAbove = 1;
    private double mostBelow = 1;
    private double mostOfBoth = 1;
    private @Nullable Decision decision;

    public EProcess(double alpha, @Nullable Double margin) {
        this.alpha = alpha;
        this.aboveMargin = margin == null ? null : Bets.above(-margin);
    }

    /// Takes the next difference in [-1, 1] of the finished prefix and returns the decision, once there is one.
    public @Nullable Decision add(double difference) {
        differences.merge(difference, 1L, Long::sum);
        double up = above.play(difference, 1).wealth();
        double down = below.play(difference, 1).wealth();
        mostAbove = Math.max(mostAbove, up);
        mostBelow = Math.max(mostBelow, down);
        mostOfBoth = Math.max(mostOfBoth, (up + down) / 2);
        double overMargin =
                aboveMargin == null ? 0 : aboveMargin.play(difference, 1).wealth();
        if (decision == null) {
            decision = decide(down, overMargin);
        }
        return decision;
    }

    /// Decides. A proven loss within the margin is not worse, as in any verdict.
    private @Nullable Decision decide(double down, double overMargin) {
        if (overMargin >= 1 / alpha) {
            return Decision.NOT_WORSE;
        }
        return down >= 1 / alpha ? Decision.WORSE : null;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    /// Returns p = min(1, 1/max E) over all looks, of the named side or of half of both, and the values that the
    /// bets don't refute, {Λ: ½E₊ + ½E₋ < 1/2a}: 1/α two-sided, and one-sided what agrees with the decision.
    public @Nullable PairedResult test(Significance significance) {
        if (differences.isEmpty()) {
            return null;
        }
        double wealth = switch (significance.alternative()) {
            case TWO_SIDED -> mostOfBoth;
            case WORSE -> mostBelow;
            case BETTER -> mostAbove;
        };
        double mean = mean();
        Interval ci = interval(mean, 1 / (2 * significance.tail()));
        return new PairedResult(PairedMethod.E_PROCESS, mean, Math.min(1, 1 / wealth), ci, null, null, null, null);
    }

    private double mean() {
        double sum = 0;
        long n = 0;
        for (Map.Entry<Double, Long> d : differences.entrySet()) {
            sum += d.getKey() * d.getValue();
            n += d.getValue();
        }
        return sum / n;
    }

    /// Finds the interval. The wealth falls towards the mean, where it is at most 1, and rises behind it.
    private Interval interval(double mean, double limit) {
        double lo = wealth(-1) < limit ? -1 : Tango.crossing(x -> wealth(x) - limit, -1, mean);
        double hi = wealth(1) < limit ? 1 : Tango.crossing(x -> limit - wealth(x), mean, 1);
        return new Interval(lo, hi);
    }

    private double wealth(double lambda) {
        Bets up = Bets.above(lambda);
        Bets down = Bets.below(lambda);
        differences.forEach((difference, times) -> {
            up.play(difference, times);
            down.play(difference, times);
        });
        return (up.wealth() + down.wealth()) / 2;
    }
}
