package ai.rhesis.backend.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Statements about formulas that hold whatever the numbers are, over seeded random data.
class PropertiesTests {

    private static final int ROUNDS = 400;
    private static final double PRECISION = 1e-9;

    @Test
    void swappedRolesMirrorTheAnswer() {
        forRandom(random -> {
            double[] d = shares(random);
            for (Alternative side : Alternative.values()) {
                mirrored(test(d, side), test(negated(d), swapped(side)));
            }
        });
    }

    private static void mirrored(List<PairedResult> tests, List<PairedResult> swapped) {
        assertThat(swapped).hasSameSizeAs(tests);
        for (int i = 0; i < tests.size(); i++) {
            PairedResult test = tests.get(i);
            PairedResult other = swapped.get(i);
            assertThat(other.delta()).isCloseTo(-test.delta(), within(PRECISION));
            assertThat(other.p()).isCloseTo(test.p(), within(PRECISION));
            if (test.ci() != null && other.ci() != null) {
                assertThat(other.ci().lo()).isCloseTo(-test.ci().hi(), within(PRECISION));
                assertThat(other.ci().hi()).isCloseTo(-test.ci().lo(), within(PRECISION));
            }
            if (test.effectSize() != null) {
                assertThat(other.effectSize()).isCloseTo(-test.effectSize(), within(PRECISION));
            }
        }
    }

    @Test
    void probabilitiesAndIntervalsKeepTheirBounds() {
        forRandom(random -> {
            for (PairedResult test : test(shares(random), Alternative.TWO_SIDED)) {
                assertThat(test.p()).as("%s", test).isBetween(0.0, 1.0);
                if (test.ci() != null) {
                    assertThat(test.ci().lo()).as("%s", test).isLessThanOrEqualTo(test.delta());
                    assertThat(test.ci().hi()).as("%s", test).isGreaterThanOrEqualTo(test.delta());
                }
            }
        });
    }

    @Test
    void intervalsOfProportionsStayWithinTheirRange() {
        forRandom(random -> {
            PairedOutcomes outcomes = outcomes(random);
            Interval ci = Tango.interval(outcomes, Quantiles.z(0.975));
            assertThat(ci.lo()).isBetween(-1.0, outcomes.delta());
            assertThat(ci.hi()).isBetween(outcomes.delta(), 1.0);
            Interval share = Wilson.interval(random.nextDouble(), 1 + random.nextInt(50), 1.96);
            assertThat(share.lo()).isBetween(0.0, share.hi());
            assertThat(share.hi()).isLessThanOrEqualTo(1.0);
        });
    }

    @Test
    void bothSidesOfAMidPMakeOneAndTheSmallerHalfOfTwo() {
        forRandom(random -> {
            PairedOutcomes outcomes = outcomes(random);
            double worse = MidP.p(outcomes, Alternative.WORSE);
            double better = MidP.p(outcomes, Alternative.BETTER);
            assertThat(worse + better).isCloseTo(1, within(PRECISION));
            assertThat(MidP.p(outcomes, Alternative.TWO_SIDED))
                    .isCloseTo(2 * Math.min(worse, better), within(PRECISION));
        });
    }

    @Test
    void oneMoreRegressionLowersTheIntervalAndTheProbabilityOfNoLoss() {
        forRandom(random -> {
            PairedOutcomes before = outcomes(random);
            if (before.unchanged() > 0) {
                PairedOutcomes after = new PairedOutcomes(before.n(), before.improved(), before.regressed() + 1);
                Interval high = Tango.interval(before, 1.96);
                Interval low = Tango.interval(after, 1.96);
                assertThat(low.lo()).isLessThan(high.lo() + PRECISION);
                assertThat(low.hi()).isLessThan(high.hi() + PRECISION);
                assertThat(MidP.p(after, Alternative.WORSE)).isLessThanOrEqualTo(MidP.p(before, Alternative.WORSE));
            }
        });
    }

    @Test
    void aHigherLevelWidensEveryInterval() {
        forRandom(random -> {
            double[] d = shares(random);
            List<PairedResult> narrow = test(d, Alternative.WORSE);
            List<PairedResult> wide = test(d, Alternative.TWO_SIDED);
            for (int i = 0; i < narrow.size(); i++) {
                Interval inner = narrow.get(i).ci();
                Interval outer = wide.get(i).ci();
                if (inner != null && outer != null) {
                    assertThat(outer.lo()).isLessThanOrEqualTo(inner.lo() + PRECISION);
                    assertThat(outer.hi()).isGreaterThanOrEqualTo(inner.hi() - PRECISION);
                }
            }
        });
    }

    @Test
    void countsSayTheSameAsDifferencesOneByOne() {
        forRandom(random -> {
            PairedOutcomes outcomes = outcomes(random);
            Moments expected = Moments.of(differences(outcomes));
            assertThat(PairedOutcomes.of(differences(outcomes))).isEqualTo(outcomes);
            assertThat(outcomes.moments().mean()).isCloseTo(expected.mean(), within(PRECISION));
            assertThat(outcomes.moments().squares()).isCloseTo(expected.squares(), within(PRECISION));
        });
    }

    @Test
    void momentsOfPartsMakeTheMomentsOfTheWhole() {
        forRandom(random -> {
            double[] all = shares(random);
            int cut = random.nextInt(all.length + 1);
            Moments parts =
                    Moments.of(Arrays.copyOf(all, cut)).and(Moments.of(Arrays.copyOfRange(all, cut, all.length)));
            assertThat(parts.n()).isEqualTo(all.length);
            assertThat(parts.mean()).isCloseTo(Moments.of(all).mean(), within(PRECISION));
            assertThat(parts.squares()).isCloseTo(Moments.of(all).squares(), within(PRECISION));
        });
    }

    @Test
    void equalClustersAreTheTTestOfTheirMeans() {
        forRandom(random -> {
            int clusters = 2 + random.nextInt(20);
            int size = 1 + random.nextInt(9);
            double[] means = IntStream.range(0, clusters)
                    .mapToDouble(g -> random.nextGaussian())
                    .toArray();
            double[] d = Arrays.stream(means)
                    .flatMap(mean -> IntStream.range(0, size).mapToDouble(i -> mean + i - (size - 1) / 2.0))
                    .toArray();
            List<Cluster> groups = Arrays.stream(means)
                    .mapToObj(mean -> new Cluster(size, size * mean))
                    .toList();
            PairedResult clustered = clustered(d, groups);
            PairedResult ofMeans = Objects.requireNonNull(PairedT.test(Moments.of(means), Significance.twoSided(0.05)));
            assertThat(clustered.p()).isCloseTo(ofMeans.p(), within(PRECISION));
            assertThat(clustered.df()).isCloseTo(clusters - 1.0, within(1e-6));
            assertThat(Objects.requireNonNull(clustered.ci()).lo())
                    .isCloseTo(Objects.requireNonNull(ofMeans.ci()).lo(), within(PRECISION));
        });
    }

    private static PairedResult clustered(double[] d, List<Cluster> groups) {
        Moments all = Moments.of(d);
        return Objects.requireNonNull(Clusters.of(all, groups).test(all, Significance.twoSided(0.05)));
    }

    @Test
    void degreesOfFreedomLieBetweenOneAndClustersLessOne() {
        forRandom(random -> {
            double[] d = shares(random);
            double[] keys =
                    Arrays.stream(d).map(x -> random.nextInt(1 + d.length / 2)).toArray();
            PairedResult test = Clusters.of(Moments.of(d), ReferenceTests.clusters(d, keys))
                    .test(Moments.of(d), Significance.twoSided(0.05));
            if (test != null) {
                int clusters = Objects.requireNonNull(test.clusters());
                assertThat(test.df()).isBetween(1 - 1e-6, clusters - 1 + 1e-6);
            }
        });
    }

    @Test
    void oneClusterOrNoVariationYields() {
        Moments d = Moments.of(0.5, 0.5, 0.5, 0.5);
        assertThat(Clusters.of(d, List.of(new Cluster(4, 2))).test(d, Significance.twoSided(0.05)))
                .isNull();
        assertThat(Clusters.of(d, List.of(new Cluster(2, 1), new Cluster(2, 1))).test(d, Significance.twoSided(0.05)))
                .isNull();
        assertThat(PairedT.test(d, Significance.twoSided(0.05))).isNull();
    }

    @Test
    void holmNeverLowersAProbabilityAndKeepsTheOrder() {
        forRandom(random -> {
            List<@Nullable Double> family = new ArrayList<>();
            IntStream.range(0, 1 + random.nextInt(20))
                    .forEach(i -> family.add(random.nextInt(5) == 0 ? null : (Double) random.nextDouble()));
            List<@Nullable Double> adjusted = Holm.adjust(family);
            for (int i = 0; i < family.size(); i++) {
                Double p = family.get(i);
                Double own = adjusted.get(i);
                assertThat(own == null).isEqualTo(p == null);
                if (p != null && own != null) {
                    assertThat(own).isBetween(p, 1.0);
                    int at = i;
                    family.stream()
                            .filter(other -> other != null && other < p)
                            .forEach(other -> assertThat(adjusted.get(family.indexOf(other)))
                                    .as("below %s", family.get(at))
                                    .isLessThanOrEqualTo(own));
                }
            }
        });
    }

    @Test
    void flipsOfEqualDifferencesAreThoseOfACoin() {
        for (int n = 1; n < 30; n++) {
            double[] equal = new double[n];
            Arrays.fill(equal, 0.2);
            PairedResult ranked = SignedRanks.test(equal, Significance.twoSided(0.05));
            PairedResult sums = SignedRanks.ofEqual(Moments.of(equal), Significance.twoSided(0.05));
            assertThat(ranked.p()).isCloseTo(Math.pow(2, -n), within(1e-12));
            assertThat(sums.p()).isCloseTo(ranked.p(), within(1e-12));
            assertThat(sums.effectSize()).isEqualTo(ranked.effectSize());
            assertThat(sums.ci()).isEqualTo(ranked.ci());
        }
    }

    @Test
    void withoutAnyDifferenceNothingIsProven() {
        PairedResult ranked = SignedRanks.test(new double[5], Significance.twoSided(0.05));
        assertThat(ranked.p()).isEqualTo(1);
        assertThat(ranked.effectSize()).isNull();
        assertThat(ranked.ci()).isEqualTo(new Interval(0, 0));
        PairedResult outcomes = MidP.test(new PairedOutcomes(44, 0, 0), Significance.twoSided(0.05));
        assertThat(outcomes.p()).isEqualTo(1);
        assertThat(outcomes.effectSize()).isNull();
        assertThat(Objects.requireNonNull(outcomes.ci()).hi()).isCloseTo(0.0803, within(0.0001));
    }

    @Test
    void onePairHasNoInterval() {
        assertThat(SignedRanks.test(new double[] {0.4}, Significance.twoSided(0.05))
                        .ci())
                .isNull();
    }

    @Test
    void theDetectableChangeIsTheOneThatNeedsThePairsAtHand() {
        forRandom(random -> {
            Power power = Power.of(Significance.twoSided(0.01 + random.nextDouble() / 10));
            long n = 10 + random.nextInt(5_000);
            double psi = random.nextDouble();
            Double change = power.detectable(n, psi);
            if (change != null) {
                assertThat(power.pairs(psi, change)).isCloseTo(n, within(n * 1e-6));
                assertThat(power.testsNeeded(psi, change / 2)).isGreaterThan(n);
            }
        });
    }

    @Test
    void repetitionsHelpAsFarAsChanceWithinTestsDoes() {
        Power power = Power.of(Significance.twoSided(0.05));
        long needed = power.testsNeeded(0.2, 0.05);
        assertThat(RepetitionPlan.of(needed, new RepetitionPlan.Variation(0.2, 0), 0.05, power))
                .isEqualTo(new RepetitionPlan(needed, 1, true));
        assertThat(RepetitionPlan.of(needed - 1, new RepetitionPlan.Variation(0.2, 0), 0.05, power))
                .isEqualTo(new RepetitionPlan(needed, 1, false));
        assertThat(RepetitionPlan.of(needed / 2, new RepetitionPlan.Variation(0.2, 0.1), 0.05, power))
                .satisfies(plan -> {
                    assertThat(plan.repetitions()).isBetween(2, 3);
                    assertThat(plan.enough()).isTrue();
                });
    }

    @Test
    void predictionsThatFollowPeopleNarrowTheInterval() {
        forRandom(random -> {
            double[] judge = signs(random, 300);
            double[] people = Arrays.copyOf(judge, 60);
            people[0] = -people[0];
            Ppi helped = Objects.requireNonNull(Ppi.of(
                    LabelledPairs.uniform(people, Arrays.copyOf(judge, 60)),
                    Moments.of(Arrays.copyOfRange(judge, 60, 300))));
            Ppi alone = Objects.requireNonNull(
                    Ppi.of(LabelledPairs.uniform(people, Arrays.copyOf(judge, 60)), Moments.of()));
            assertThat(helped.lambda()).isBetween(0.0, 1.0);
            assertThat(alone.lambda()).isZero();
            assertThat(alone.delta()).isCloseTo(Moments.of(people).mean(), within(PRECISION));
            assertThat(alone.standardError())
                    .isCloseTo(Objects.requireNonNull(Moments.of(people).standardError()), within(PRECISION));
            assertThat(helped.standardError()).isLessThan(alone.standardError());
        });
    }

    @Test
    void aJudgeThatNeverVariesSaysNothing() {
        double[] people = signs(new Random(1), 40);
        Ppi ppi = Objects.requireNonNull(
                Ppi.of(LabelledPairs.uniform(people, new double[40]), Moments.of(new double[100])));
        assertThat(ppi.lambda()).isZero();
        assertThat(ppi.delta()).isCloseTo(Moments.of(people).mean(), within(PRECISION));
    }

    @Test
    void aQueueOfTheMostInformativePairsIsNotBiased() {
        double sum = 0;
        int draws = 500;
        for (int seed = 0; seed < draws; seed++) {
            sum += missedByQueue(new Random(seed));
        }
        assertThat(sum / draws).isCloseTo(0, within(0.01));
    }

    /// Draws pairs mostly where a judge that is kind to the candidate sees a change, and answers how far the
    /// estimate is from the mean of all.
    private static double missedByQueue(Random random) {
        double[] people = signs(random, 400);
        double[] judge = Arrays.stream(people)
                .map(d -> d == 0 && random.nextDouble() < 0.3 ? 1 : d)
                .toArray();
        double[] chances = Arrays.stream(judge).map(d -> d == 0 ? 0.1 : 0.5).toArray();
        boolean[] isDrawn = new boolean[400];
        IntStream.range(0, 400).forEach(i -> isDrawn[i] = random.nextDouble() < chances[i]);
        IntFunction<double[]> drawn = which -> IntStream.range(0, 400)
                .filter(i -> isDrawn[i])
                .mapToDouble(i -> which == 0 ? people[i] : which == 1 ? judge[i] : 1 / chances[i])
                .toArray();
        double[] others = IntStream.range(0, 400)
                .filter(i -> !isDrawn[i])
                .mapToDouble(i -> judge[i])
                .toArray();
        Ppi ppi = Ppi.of(new LabelledPairs(drawn.apply(0), drawn.apply(1), drawn.apply(2)), Moments.of(others));
        return Objects.requireNonNull(ppi).delta() - Moments.of(people).mean();
    }

    @Test
    void agreementKeepsItsBoundsAndIsUndefinedOfOneClass() {
        forRandom(random -> {
            Confusion confusion =
                    new Confusion(random.nextInt(40), random.nextInt(20), random.nextInt(20), random.nextInt(40));
            Estimate kappa = confusion.kappa();
            if (kappa != null) {
                assertThat(kappa.value()).isBetween(-1.0, 1.0);
                assertThat(kappa.ci().lo()).isBetween(-1.0, kappa.value() + PRECISION);
                assertThat(kappa.ci().hi()).isBetween(kappa.value() - PRECISION, 1.0);
            }
        });
        assertThat(new Confusion(50, 0, 0, 0).kappa()).isNull();
        assertThat(new Confusion(0, 0, 0, 0).kappa()).isNull();
        assertThat(new Confusion(50, 0, 0, 0).specificity()).isNull();
        assertThat(Krippendorff.of(List.of(new Krippendorff.Unit(3, 0, 9))).alpha())
                .isNull();
    }

    @Test
    void sharesOfAJudgeAreThoseOfItsTable() {
        Confusion confusion = new Confusion(40, 5, 10, 45);
        assertThat(Objects.requireNonNull(confusion.sensitivity()).value()).isEqualTo(0.8);
        assertThat(Objects.requireNonNull(confusion.specificity()).value()).isEqualTo(0.9);
        assertThat(Objects.requireNonNull(confusion.prevalence()).value()).isEqualTo(0.5);
    }

    @Test
    void ratiosOfEqualLatenciesAreCertainAndOfOnePairWithoutInterval() {
        Significance significance = Significance.twoSided(0.05);
        assertThat(Ratio.of(Moments.of(0, 0, 0), null, significance)).isEqualTo(new Ratio(1, new Interval(1, 1)));
        assertThat(Ratio.of(Moments.of(0), null, significance)).isEqualTo(new Ratio(1, null));
        assertThat(Ratio.of(Moments.of(), null, significance)).isNull();
    }

    @Test
    void ratiosOfClusteredLatenciesTakeTheIntervalOfClusters() {
        double[] logarithms = {0.1, 0.2, -0.1, 0.3, 0.25, 0};
        Moments all = Moments.of(logarithms);
        Clusters clusters = Clusters.of(all, ReferenceTests.clusters(logarithms, new double[] {1, 1, 2, 2, 3, 3}));
        Significance significance = Significance.twoSided(0.05);
        Interval expected = Objects.requireNonNull(
                Objects.requireNonNull(clusters.test(all, significance)).ci());
        assertThat(Objects.requireNonNull(Ratio.of(all, clusters, significance)).ci())
                .isEqualTo(expected.exp());
    }

    @Test
    void earlyEvidenceIsProvenByItsOwnInterval() {
        forRandom(random -> {
            double drop = random.nextDouble() * 0.5;
            EProcess process = new EProcess(0.05, null);
            for (int i = 0; i < 300; i++) {
                double u = random.nextDouble();
                process.add(u < 0.1 + drop ? -1 : u > 0.9 ? 1 : 0);
                if (process.decision() == EProcess.Decision.WORSE) {
                    PairedResult test = process.test(new Significance(0.05, Alternative.WORSE));
                    assertThat(Objects.requireNonNull(test).p()).isLessThanOrEqualTo(0.05);
                    assertThat(Objects.requireNonNull(test.ci()).hi()).isNegative();
                    return;
                }
            }
        });
    }

    @Test
    void nothingKnownIsNull() {
        assertThat(new EProcess(0.05, null).test(Significance.twoSided(0.05))).isNull();
        assertThat(PassAtK.of(3, List.of(new Repeated(2, 1, 5)))).isNull();
        assertThat(Wilson.of(0, 0, 0.95)).isNull();
        assertThat(Stability.of(List.of()).flipRate()).isNull();
        assertThat(Stability.of(List.of(new Stability.Results(5, 5), new Stability.Results(5, 5)))
                        .drift())
                .isNull();
        assertThat(Moments.of(1).standardError()).isNull();
        assertThat(Ppi.of(LabelledPairs.uniform(new double[1], new double[1]), Moments.of()))
                .isNull();
    }

    @Test
    void equalTestsMayBeCountedTogether() {
        List<Repeated> apart = List.of(new Repeated(5, 2, 1), new Repeated(5, 2, 1), new Repeated(4, 4, 1));
        List<Repeated> together = List.of(new Repeated(5, 2, 2), new Repeated(4, 4, 1));
        assertThat(Objects.requireNonNull(PassAtK.of(2, together)).any().ci().lo())
                .isCloseTo(
                        Objects.requireNonNull(PassAtK.of(2, apart)).any().ci().lo(), within(PRECISION));
    }

    @Test
    void aLevelOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Significance.twoSided(0.21)).hasMessageContaining("0 < alpha <= 0.2");
        assertThatThrownBy(() -> Significance.twoSided(Double.NaN)).hasMessageContaining("0 < alpha <= 0.2");
        assertThatThrownBy(() -> new PairedOutcomes(3, 2, 2)).hasMessageContaining("don't fit in 3 pairs");
    }

    private static void forRandom(Consumer<Random> statement) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            statement.accept(new Random(seed));
        }
    }

    /// Every method that a sample of shares can be tested with.
    private static List<PairedResult> test(double[] d, Alternative side) {
        Significance significance = new Significance(0.05, side);
        Moments moments = Moments.of(d);
        List<PairedResult> tests = new ArrayList<>();
        tests.add(SignedRanks.test(d, significance));
        tests.add(MidP.test(PairedOutcomes.of(signsOf(d)), significance));
        PairedResult t = PairedT.test(moments, significance);
        PairedResult clustered = Clusters.of(
                        moments,
                        ReferenceTests.clusters(
                                d,
                                IntStream.range(0, d.length)
                                        .mapToDouble(i -> i / 3)
                                        .toArray()))
                .test(moments, significance);
        EProcess process = new EProcess(0.05, null);
        Arrays.stream(d).forEach(process::add);
        tests.add(Objects.requireNonNull(process.test(significance)));
        if (t != null) {
            tests.add(t);
        }
        if (clustered != null) {
            tests.add(clustered);
        }
        return tests;
    }

    private static double[] shares(Random random) {
        int n = 1 + random.nextInt(40);
        int repetitions = 1 + random.nextInt(5);
        double shift = random.nextDouble() - 0.5;
        return IntStream.range(0, n)
                .mapToDouble(i -> Math.clamp(
                        (double) Math.round((random.nextGaussian() * 0.4 + shift) * repetitions) / repetitions,
                        -1.0,
                        1.0))
                .toArray();
    }

    private static double[] signs(Random random, int n) {
        return IntStream.range(0, n).mapToDouble(i -> random.nextInt(3) - 1).toArray();
    }

    private static double[] signsOf(double[] d) {
        return Arrays.stream(d).map(Math::signum).toArray();
    }

    private static double[] negated(double[] d) {
        return Arrays.stream(d).map(x -> 0 - x).toArray();
    }

    private static Alternative swapped(Alternative side) {
        return switch (side) {
            case TWO_SIDED -> Alternative.TWO_SIDED;
            case WORSE -> Alternative.BETTER;
            case BETTER -> Alternative.WORSE;
        };
    }

    private static PairedOutcomes outcomes(Random random) {
        int n = 1 + random.nextInt(200);
        int improved = random.nextInt(n + 1);
        return new PairedOutcomes(n, improved, random.nextInt(n - improved + 1));
    }

    private static double[] differences(PairedOutcomes outcomes) {
        double[] d = new double[(int) outcomes.n()];
        Arrays.fill(d, 0, (int) outcomes.improved(), 1);
        Arrays.fill(d, (int) outcomes.improved(), (int) outcomes.discordant(), -1);
        return d;
    }
}
