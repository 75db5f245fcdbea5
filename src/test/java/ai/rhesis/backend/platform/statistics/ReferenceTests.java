package ai.rhesis.backend.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every formula beside values kept from R and SciPy, to 1e-9; `bench/reference` makes them anew.
class ReferenceTests {

    private static final Significance TWO_SIDED = Significance.twoSided(0.05);
    private static final Significance WORSE = new Significance(0.05, Alternative.WORSE);
    private static final Significance BETTER = new Significance(0.05, Alternative.BETTER);

    @Test
    void quantilesAreThoseOfR() {
        for (Reference expected : Reference.of("quantiles")) {
            double p = expected.number("p");
            expected.expect("z", Quantiles.z(p));
            if (expected.has("t")) {
                expected.expect("t", Quantiles.t(p, expected.number("df")));
            }
        }
    }

    @Test
    void wilsonsIntervalIsThatOfPropTest() {
        for (Reference expected : Reference.of("wilson")) {
            Estimate wilson = Wilson.of(expected.count("successes"), expected.count("n"), expected.number("level"));
            expected.expect(Objects.requireNonNull(wilson).ci());
        }
    }

    @Test
    void midPIsThatOfTheBinomialDistribution() {
        for (Reference expected : Reference.of("midp")) {
            expected.expect("two_sided", MidP.p(expected.outcomes(), Alternative.TWO_SIDED));
            expected.expect("worse", MidP.p(expected.outcomes(), Alternative.WORSE));
            expected.expect("better", MidP.p(expected.outcomes(), Alternative.BETTER));
        }
    }

    @Test
    void tangosIntervalIsWhereTheScoreCrossesTheQuantile() {
        for (Reference expected : Reference.of("tango")) {
            expected.expect(Tango.interval(expected.outcomes(), Quantiles.z(expected.number("q"))));
        }
    }

    @Test
    void pairedTIsThatOfR() {
        for (Reference expected : Reference.of("paired_t")) {
            PairedResult test = test(expected);
            expected.expect("p", test.p());
            expected.expect("effect", test.effectSize());
            expected.expect(test.ci());
        }
    }

    private static PairedResult test(Reference expected) {
        Moments moments = Moments.of(expected.numbers("d"));
        return Objects.requireNonNull(
                switch (expected.text("alternative")) {
                    case "less" -> PairedT.test(moments, WORSE);
                    case "greater" -> PairedT.test(moments, BETTER);
                    default -> PairedT.test(moments, TWO_SIDED);
                });
    }

    @Test
    void clusteredTIsThatOfClubSandwich() {
        for (Reference expected : Reference.of("cluster_t")) {
            double[] d = expected.numbers("d");
            Moments all = Moments.of(d);
            Clusters clusters = Clusters.of(all, clusters(d, expected.numbers("cluster")));
            PairedResult test = Objects.requireNonNull(clusters.test(all, TWO_SIDED));
            expected.expect("delta", test.delta());
            expected.expect("se", test.standardError());
            expected.expect("df", test.df());
            expected.expect("p", test.p());
            expected.expect(test.ci());
        }
    }

    static List<Cluster> clusters(double[] d, double[] keys) {
        Map<Double, Cluster> clusters = new TreeMap<>();
        for (int i = 0; i < d.length; i++) {
            clusters.merge(keys[i], new Cluster(1, d[i]), (a, b) -> new Cluster(a.n() + b.n(), a.sum() + b.sum()));
        }
        return List.copyOf(clusters.values());
    }

    @Test
    void signedRanksAreThoseOfCoinAndOfEveryFlipOfSigns() {
        for (Reference expected : Reference.of("wilcoxon_pratt")) {
            double[] d = expected.numbers("d");
            PairedResult test = SignedRanks.test(d, TWO_SIDED);
            expected.expect("two_sided", test.p());
            expected.expect("effect", test.effectSize());
            expected.expect("worse", SignedRanks.test(d, WORSE).p());
            expected.expect("better", SignedRanks.test(d, BETTER).p());
        }
    }

    @Test
    void holmIsThatOfR() {
        for (Reference expected : Reference.of("holm")) {
            List<@Nullable Double> family =
                    List.copyOf(DoubleStream.of(expected.numbers("p")).boxed().toList());
            double[] adjusted = Holm.adjust(family).stream()
                    .mapToDouble(Objects::requireNonNull)
                    .toArray();
            assertThat(adjusted).containsExactly(expected.numbers("adjusted"), within(1e-9));
        }
    }

    @Test
    void sizesAreThoseOfConnorAndDetectableChangesTheirInversion() {
        for (Reference expected : Reference.of("size")) {
            Power power = Power.of(significance(expected));
            PairedOutcomes outcomes = new PairedOutcomes(expected.count("n"), expected.count("discordant"), 0);
            double psi = outcomes.discordance();
            double change = expected.number("change");
            expected.expect("pairs", power.pairs(psi, change));
            expected.expect("mde", power.detectable(outcomes.n(), psi));
            expected.expect("needed", (double) power.testsNeeded(psi, change));
            expected.expect("margin", (double) power.testsNeededForMargin(psi, change));
        }
    }

    @Test
    void sizesOfMeansFollowFromTheStandardError() {
        for (Reference expected : Reference.of("size_of_means")) {
            Power power = Power.of(significance(expected));
            double error = expected.number("se");
            expected.expect("mde", power.detectable(error, expected.number("df")));
            expected.expect("needed", (double) power.testsNeeded(expected.count("n"), error, 0.05));
        }
    }

    private static Significance significance(Reference expected) {
        return expected.number("q") == 0.975 ? TWO_SIDED : WORSE;
    }

    @Test
    void ratiosAreThoseOfTheLogarithms() {
        for (Reference expected : Reference.of("ratio")) {
            Moments logarithms = Moments.of(
                    Arrays.stream(expected.numbers("ratios")).map(Math::log).toArray());
            Ratio ratio = Objects.requireNonNull(Ratio.of(logarithms, null, TWO_SIDED));
            expected.expect("value", ratio.value());
            expected.expect(ratio.ci());
        }
    }

    @Test
    void passAtKIsTheMeanOverAllSubsets() {
        for (Reference expected : Reference.of("pass_at_k")) {
            List<Repeated> tests = expected.rows("tests").stream()
                    .map(row -> new Repeated((int) row[0], (int) row[1], 1))
                    .toList();
            PassAtK passes = Objects.requireNonNull(PassAtK.of((int) expected.count("k"), tests));
            expected.expect("any", passes.any().value());
            expected.expect("any_lo", passes.any().ci().lo());
            expected.expect("any_hi", passes.any().ci().hi());
            expected.expect("all", passes.all().value());
            expected.expect("all_lo", passes.all().ci().lo());
            expected.expect("all_hi", passes.all().ci().hi());
        }
    }

    @Test
    void flipRateIsTheShareOfPairsThatDiffer() {
        for (Reference expected : Reference.of("stability")) {
            Stability stability =
                    Stability.of(List.of(new Stability.Results(expected.count("n"), expected.count("passes"))));
            expected.expect("flip_rate", stability.flipRate());
            assertThat(stability.flaky())
                    .as("%s", expected)
                    .isEqualTo(expected.node().required("flaky").asBoolean());
        }
    }

    @Test
    void driftIsPearsonsTest() {
        for (Reference expected : Reference.of("drift")) {
            double[] n = expected.numbers("n");
            double[] passes = expected.numbers("passes");
            List<Stability.Results> runs = IntStream.range(0, n.length)
                    .mapToObj(i -> new Stability.Results((long) n[i], (long) passes[i]))
                    .toList();
            Stability.Drift drift = Objects.requireNonNull(Stability.of(runs).drift());
            expected.expect("statistic", drift.statistic());
            expected.expect("df", (double) drift.df());
            expected.expect("p", drift.p());
        }
    }

    @Test
    void kappaIsThatOfVcdAndItsErrorThatOfTheDeltaMethod() {
        for (Reference expected : Reference.of("kappa")) {
            Estimate kappa = Objects.requireNonNull(new Confusion(
                            expected.count("tp"), expected.count("fp"), expected.count("fn"), expected.count("tn"))
                    .kappa());
            expected.expect("kappa", kappa.value());
            expected.expect("lo", kappa.ci().lo());
            expected.expect("hi", kappa.ci().hi());
            double reach = Quantiles.z(0.975) * expected.number("se");
            if (kappa.ci().hi() < 1) {
                assertThat(kappa.ci().hi() - kappa.value()).isCloseTo(reach, within(1e-9));
            }
        }
    }

    @Test
    void alphaIsThatOfTheCoincidenceMatrix() {
        for (Reference expected : Reference.of("krippendorff")) {
            Krippendorff agreement = Krippendorff.of(expected.rows("units").stream()
                    .map(row -> new Krippendorff.Unit(row[0], row[1], row[2]))
                    .toList());
            expected.expect("alpha", agreement.alpha());
            assertThat(agreement.units()).isEqualTo(expected.count("count"));
        }
    }

    @Test
    void predictionPoweredInferenceFollowsItsFormulas() {
        for (Reference expected : Reference.of("ppi")) {
            LabelledPairs labels = new LabelledPairs(
                    expected.numbers("people"), expected.numbers("judge"), expected.numbers("weights"));
            Ppi ppi = Objects.requireNonNull(Ppi.of(labels, Moments.of(expected.numbers("others"))));
            PairedResult test = Objects.requireNonNull(ppi.test(TWO_SIDED));
            expected.expect("lambda", ppi.lambda());
            expected.expect("delta", test.delta());
            expected.expect("se", test.standardError());
            expected.expect("p", test.p());
            expected.expect(test.ci());
        }
    }

    @Test
    void betsDecideAndConfineAsTheirProductsDo() {
        for (Reference expected : Reference.of("e_process")) {
            double[] d = expected.numbers("d");
            EProcess process = new EProcess(0.05, null);
            Arrays.stream(d).forEach(process::add);
            PairedResult test = Objects.requireNonNull(process.test(TWO_SIDED));
            PairedResult worse = Objects.requireNonNull(process.test(WORSE));
            Interval both = Objects.requireNonNull(test.ci());
            Interval one = Objects.requireNonNull(worse.ci());
            expected.expect("two_sided", test.p());
            expected.expect("worse", worse.p());
            expected.expect(
                    "better", Objects.requireNonNull(process.test(BETTER)).p());
            expected.expect("two_lo", both.lo());
            expected.expect("two_hi", both.hi());
            expected.expect("one_lo", one.lo());
            expected.expect("one_hi", one.hi());
            expected.expect("worse_at", firstDecision(d, null));
        }
    }

    @Test
    void betsOverTheMarginDecideAtTheSamePair() {
        for (Reference expected : Reference.of("e_process")) {
            Double at = firstDecision(expected.numbers("d"), 0.1);
            double worse = expected.node().path("worse_at").asDouble(Double.MAX_VALUE);
            double notWorse = expected.node().path("not_worse_at").asDouble(Double.MAX_VALUE);
            assertThat(at == null ? Double.MAX_VALUE : at).isEqualTo(Math.min(worse, notWorse));
        }
    }

    private static @Nullable Double firstDecision(double[] differences, @Nullable Double margin) {
        EProcess process = new EProcess(0.05, margin);
        for (int i = 0; i < differences.length; i++) {
            if (process.add(differences[i]) != null) {
                return i + 1.0;
            }
        }
        return null;
    }
}
