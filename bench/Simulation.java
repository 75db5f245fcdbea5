import ai.rhesis.backend.platform.statistics.Alternative;
import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.EProcess;
import ai.rhesis.backend.platform.statistics.Holm;
import ai.rhesis.backend.platform.statistics.LabelledPairs;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.run.verdict.Conclusion;
import ai.rhesis.backend.run.verdict.Decision;
import ai.rhesis.backend.run.verdict.DrawnPairs;
import ai.rhesis.backend.run.verdict.DrawnPairs.DrawnPair;
import ai.rhesis.backend.run.verdict.Measure;
import ai.rhesis.backend.run.verdict.PairedMethods;
import ai.rhesis.backend.run.verdict.PairedSample;
import ai.rhesis.backend.run.verdict.Parameters;
import ai.rhesis.backend.run.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Families of 2,000 simulated pairs of runs, decided by the code that the API decides with (`Verdicts.decide`), and how
/// often the decision is wrong or right: `java -cp … bench/Simulation.java [pairs]`, see `bench/README.md`.
///
/// Every pair has a generator of its own, split from one seed, so the table can be made again. The exit status is 1 when a bound doesn't hold.
class Simulation {

    private static final Parameters TWO_SIDED = Parameters.DEFAULT;
    private static final Parameters WORSE = TWO_SIDED.withAlternative(Alternative.WORSE);
    private static final double MARGIN = 0.1;
    private static final int REVIEWS = 100;

    /// Splits into one generator per pair, always the same.
    private static final SplittableRandom SEEDS = new SplittableRandom(1);

    private static int pairs = 2_000;
    private static boolean allHold = true;

    public static void main(String[] arguments) {
        pairs = arguments.length == 0 ? pairs : Integer.parseInt(arguments[0]);
        System.out.println("| family | figure | bound |\n| --- | --- | --- |");
        withoutChange();
        withClusters();
        withErrorsAndRepetitions();
        withPower();
        withMargin();
        withJudge();
        early();
        System.exit(allHold ? 0 : 1);
    }

    private static void withoutChange() {
        for (int n : new int[] {20, 100, 400}) {
            atMost(6, "independent, %d tests, 20 %% discordant: false alarms".formatted(n),
                    random -> changed(decide(outcomes(random, n, 0.1, 0.1), TWO_SIDED)));
        }
        atMost(6, "flaky tests, 5 repetitions, rule all: false alarms", random -> changed(decide(flaky(random, 5, 5), TWO_SIDED)));
        atMost(6, "20 metrics at once (10 binary, 10 scores), Holm: any false alarm", Simulation::anyOfTwentyMetrics);
    }

    private static void withClusters() {
        int[] even = IntStream.range(0, 30).map(g -> 10).toArray();
        int[] uneven = IntStream.range(0, 16).map(g -> g == 0 ? 150 : 10).toArray();
        shown("zero-mean shift per topic (sd 1), 30 x 10, topics ignored: false alarms",
                random -> changed(decide(shifted(random, even, false), TWO_SIDED)));
        atMost(6, "zero-mean shift per topic (sd 1), 30 x 10: false alarms",
                random -> changed(decide(shifted(random, even, true), TWO_SIDED)));
        shown("one topic of 150, 15 of 10, topics ignored: false alarms",
                random -> changed(decide(shifted(random, uneven, false), TWO_SIDED)));
        atMost(6, "one topic of 150, 15 of 10: false alarms",
                random -> changed(decide(shifted(random, uneven, true), TWO_SIDED)));
    }

    private static void withErrorsAndRepetitions() {
        shown("15 % errors in the baseline alone, taken as losses only: falsely better",
                random -> decide(erring(random)[0], TWO_SIDED).conclusion() == Conclusion.BETTER);
        atMost(6, "15 % errors in the baseline alone: falsely better", random -> {
            PairedSample[] samples = erring(random);
            return Verdicts.decide(samples[0], samples[1], TWO_SIDED).conclusion() == Conclusion.BETTER;
        });
        shown("repetitions 1 against 5, by outcome (rule all): false alarms",
                random -> changed(decide(PairedSample.of(Measure.OUTCOME, flakyOutcomes(random, 1, 5)), TWO_SIDED)));
        atMost(6, "repetitions 1 against 5: false alarms", random -> changed(decide(flaky(random, 1, 5), TWO_SIDED)));
    }

    private static void withPower() {
        atLeast(60, "drop of 10 points, 100 tests, 20 % discordant: found two-sided",
                random -> worse(decide(outcomes(random, 100, 0.05, 0.15), TWO_SIDED)));
        atLeast(72, "drop of 10 points, 100 tests, 20 % discordant: found one-sided",
                random -> worse(decide(outcomes(random, 100, 0.05, 0.15), WORSE)));
        Parameters detect = new Parameters(TWO_SIDED.significance(), null, 0.1);
        atLeast(77, "tests_needed of 100 tests for 10 points, run again at that size: found two-sided", random -> {
            long needed = needed(decide(outcomes(random, 100, 0.05, 0.15), detect));
            return worse(decide(outcomes(random, (int) needed, 0.05, 0.15), detect));
        });
        atLeast(77, "tests_needed of 400 tests for 10 points, run again at that size: found two-sided", random -> {
            long needed = needed(decide(outcomes(random, 400, 0.05, 0.15), detect));
            return worse(decide(outcomes(random, (int) needed, 0.05, 0.15), detect));
        });
    }

    private static void withMargin() {
        for (int n : new int[] {100, 400}) {
            atMost(6, "true drop of just the margin, %d tests: falsely not worse".formatted(n),
                    random -> notWorse(decide(outcomes(random, n, 0.05, 0.15), WORSE.withMargin(MARGIN))));
        }
        atLeast(77, "tests_needed of 100 tests for the margin, run again at that size without change: not worse", random -> {
            long needed = needed(decide(outcomes(random, 100, 0.1, 0.1), WORSE.withMargin(MARGIN)));
            return notWorse(decide(outcomes(random, (int) needed, 0.1, 0.1), WORSE.withMargin(MARGIN)));
        });
    }

    private static void withJudge() {
        shown("judge kinder to the candidate (specificity 90 -> 60 %), 400 tests, judge alone: false alarms",
                random -> changed(decide(judged(random, 0), TWO_SIDED)));
        shown("judge alike to both (specificity 90 %), regressed tests alone corrected: false alarms",
                random -> changed(decide(correctedWhereRegressed(random), TWO_SIDED)));
        shown("judge kinder to the candidate, regressed tests alone reviewed and taken for a sample: false alarms",
                random -> changed(decide(reviewedWhereRegressed(random), TWO_SIDED)));
        atMost(6, "judge kinder to the candidate, 50 reviews drawn by a queue: false alarms", random -> changed(decide(judged(random, 50), TWO_SIDED)));
        atMost(6, "the same, 100 reviews drawn by a queue: false alarms",
                random -> changed(decide(judged(random, REVIEWS), TWO_SIDED)));
        atMost(6, "the same, and every regressed test reviewed besides, which changes nothing: false alarms",
                random -> changed(decide(reviewedAlsoWhereRegressed(random), TWO_SIDED)));
    }

    private static void early() {
        atMost(5, "early decision, 1,000 tests without change, looked at after each: falsely worse",
                random -> decidedAfter(random, 0.1, 0.1, null, EProcess.Decision.WORSE) > 0);
        atMost(5, "early decision, true drop of just the margin, looked at after each: falsely not worse",
                random -> decidedAfter(random, 0.05, 0.15, MARGIN, EProcess.Decision.NOT_WORSE) > 0);
        atLeast(99, "early decision, drop of 10 points in 1,000: found",
                random -> decidedAfter(random, 0.05, 0.15, null, EProcess.Decision.WORSE) > 0);
        int[] calls = IntStream.range(0, pairs)
                .map(pair -> decidedAfter(SEEDS.split(), 0.05, 0.15, null, EProcess.Decision.WORSE))
                .map(after -> after == 0 ? 1_000 : after)
                .sorted()
                .toArray();
        line("early decision, drop of 10 points in 1,000: median of calls", "%d".formatted(calls[pairs / 2]), "at most 150",
                calls[pairs / 2] <= 150);
    }

    // what is simulated

    /// Pairs that improve and regress with the given probabilities.
    private static PairedSample outcomes(SplittableRandom random, int n, double improve, double regress) {
        return PairedSample.of(Measure.OUTCOME, differences(n, i -> difference(random, improve, regress)));
    }

    private static double difference(SplittableRandom random, double improve, double regress) {
        double u = random.nextDouble();
        return u < improve ? 1 : u < improve + regress ? -1 : 0;
    }

    /// Tests in topics, each of which is easier or harder for the candidate by chance.
    private static PairedSample shifted(SplittableRandom random, int[] sizes, boolean clustered) {
        List<Cluster> clusters = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int size : sizes) {
            double shift = random.nextGaussian();
            double[] topic = differences(size, i -> {
                double ease = random.nextGaussian();
                return passes(random, sigmoid(ease + shift)) - passes(random, sigmoid(ease));
            });
            clusters.add(new Cluster(size, Arrays.stream(topic).sum()));
            Arrays.stream(topic).forEach(all::add);
        }
        PairedSample sample = PairedSample.of(Measure.OUTCOME, all.stream().mapToDouble(d -> d).toArray());
        return clustered ? sample.clusteredIfSufficient(Clusters.of(sample.moments(), clusters)) : sample;
    }

    /// 100 tests, of which a third pass by chance; by outcome if both runs repeat them equally, else by share.
    private static PairedSample flaky(SplittableRandom random, int baseline, int candidate) {
        return baseline == candidate
                ? PairedSample.of(Measure.OUTCOME, flakyOutcomes(random, baseline, candidate))
                : PairedSample.of(Measure.SHARE, differences(100, i -> {
                    double chance = chance(random, i);
                    return share(random, chance, candidate) - share(random, chance, baseline);
                }));
    }

    private static double[] flakyOutcomes(SplittableRandom random, int baseline, int candidate) {
        return differences(100, i -> {
            double chance = chance(random, i);
            return Math.floor(share(random, chance, candidate)) - Math.floor(share(random, chance, baseline));
        });
    }

    private static double chance(SplittableRandom random, int test) {
        return test % 3 == 0 ? 0.5 + random.nextDouble() / 2 : test % 3 == 1 ? 0.97 : 0.1;
    }

    /// 400 tests of the same chance in both runs, of which 15 % err in the baseline: all pairs, and those without errors.
    private static PairedSample[] erring(SplittableRandom random) {
        List<Double> all = new ArrayList<>();
        List<Double> clean = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double chance = chance(random, i);
            double candidate = passes(random, chance);
            double baseline = passes(random, chance);
            boolean error = random.nextDouble() < 0.15;
            all.add(candidate - (error ? 0 : baseline));
            if (!error) {
                clean.add(candidate - baseline);
            }
        }
        return new PairedSample[] {sample(all), sample(clean)};
    }

    private static PairedSample sample(List<Double> outcomes) {
        return PairedSample.of(Measure.OUTCOME, outcomes.stream().mapToDouble(d -> d).toArray());
    }

    /// 400 tests that people find unchanged, and a judge that lets failures of the candidate pass more often; the first
    /// tests are those that the queue drew.
    private static PairedSample judged(SplittableRandom random, int reviews) {
        double[] people = new double[400];
        return queued(people, judge(random, people), reviews, test -> true);
    }

    /// A queue of 200 of which 100 are reviewed, and besides every test that regressed.
    private static PairedSample reviewedAlsoWhereRegressed(SplittableRandom random) {
        double[] people = new double[400];
        double[] judge = judge(random, people);
        return queued(people, judge, 200, test -> test < REVIEWS || judge[test] < 0);
    }

    /// As a comparison reads a queue that drew the first tests, which are in random order.
    private static PairedSample queued(double[] people, double[] judge, int drawn, IntPredicate reviewed) {
        double probability = (double) drawn / judge.length;
        DrawnPairs labelled = new DrawnPairs(IntStream.range(0, drawn)
                        .mapToObj(test -> new DrawnPair(people[test], judge[test], probability, reviewed.test(test), false))
                        .toList())
                .labelled();
        double[] others = Arrays.copyOfRange(judge, labelled.size(), judge.length);
        return PairedSample.of(Measure.OUTCOME, judge).labelled(Ppi.of(labelled.labels(), Moments.of(others)));
    }

    /// The mistake that only a queue prevents: what enters is chosen by its result.
    private static PairedSample reviewedWhereRegressed(SplittableRandom random) {
        double[] people = new double[400];
        double[] judge = judge(random, people);
        return labelled(people, judge, test -> judge[test] < 0);
    }

    /// Verdicts of a judge that treats both runs alike, with every regressed test set right by people and no other.
    private static PairedSample correctedWhereRegressed(SplittableRandom random) {
        double[] people = new double[400];
        double[] judge = judge(random, people, 0.9, 0.9);
        return PairedSample.of(Measure.OUTCOME, differences(400, test -> judge[test] < 0 ? people[test] : judge[test]));
    }

    private static double[] judge(SplittableRandom random, double[] people) {
        return judge(random, people, 0.9, 0.6);
    }

    private static double[] judge(
            SplittableRandom random, double[] people, double specificityOfBaseline, double specificityOfCandidate) {
        return differences(people.length, i -> {
            double chance = sigmoid(1 + random.nextGaussian());
            double baseline = passes(random, chance);
            double candidate = passes(random, chance);
            people[i] = candidate - baseline;
            return verdict(random, candidate, specificityOfCandidate) - verdict(random, baseline, specificityOfBaseline);
        });
    }

    private static PairedSample labelled(double[] people, double[] judge, IntPredicate reviewed) {
        int[] drawn = IntStream.range(0, judge.length).filter(reviewed).toArray();
        int[] others = IntStream.range(0, judge.length).filter(reviewed.negate()).toArray();
        LabelledPairs labels = LabelledPairs.uniform(of(people, drawn), of(judge, drawn));
        return PairedSample.of(Measure.OUTCOME, judge).labelled(Ppi.of(labels, Moments.of(of(judge, others))));
    }

    private static double[] of(double[] values, int[] tests) {
        return Arrays.stream(tests).mapToDouble(test -> values[test]).toArray();
    }

    private static double verdict(SplittableRandom random, double truth, double specificity) {
        return truth == 1 ? passes(random, 0.95) : passes(random, 1 - specificity);
    }

    private static boolean anyOfTwentyMetrics(SplittableRandom random) {
        List<Double> family = IntStream.range(0, 20)
                .mapToObj(metric -> metric < 10
                        ? outcomes(random, 100, 0.1, 0.1)
                        : PairedSample.of(Measure.SCORE, differences(100, i -> random.nextGaussian())))
                .map(sample -> PairedMethods.test(sample, TWO_SIDED.significance()).p())
                .toList();
        return Holm.adjust(family).stream().anyMatch(p -> p <= TWO_SIDED.significance().alpha());
    }

    /// The number of pairs after which a run of 1,000 is decided so, 0 if it isn't; the comparison afterwards has to agree.
    private static int decidedAfter(SplittableRandom random, double improve, double regress, Double margin, EProcess.Decision asked) {
        EProcess process = new EProcess(WORSE.significance().alpha(), margin);
        double[] differences = new double[1_000];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = difference(random, improve, regress);
            EProcess.Decision decision = process.add(differences[i]);
            if (decision != null) {
                PairedSample prefix = PairedSample.of(Measure.OUTCOME, Arrays.copyOf(differences, i + 1)).lookedAt(process);
                confirm(decision, decide(prefix, WORSE.withMargin(margin)));
                return decision == asked ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static void confirm(EProcess.Decision early, Decision compared) {
        boolean same = early == EProcess.Decision.WORSE ? compared.flags().worse() : compared.flags().notWorse();
        if (!same) {
            throw new IllegalStateException("decided early as " + early + ", compared as " + compared);
        }
    }

    private static double[] differences(int n, IntToDoubleFunction difference) {
        return IntStream.range(0, n).mapToDouble(difference).toArray();
    }

    private static double share(SplittableRandom random, double chance, int repetitions) {
        return IntStream.range(0, repetitions).mapToDouble(i -> passes(random, chance)).sum() / repetitions;
    }

    private static double passes(SplittableRandom random, double chance) {
        return random.nextDouble() < chance ? 1 : 0;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    // what is decided

    private static Decision decide(PairedSample sample, Parameters parameters) {
        return Verdicts.decide(sample, sample, parameters);
    }

    private static boolean changed(Decision decision) {
        return decision.flags().better() || decision.flags().worse();
    }

    private static boolean worse(Decision decision) {
        return decision.flags().worse();
    }

    private static boolean notWorse(Decision decision) {
        return decision.flags().notWorse();
    }

    private static long needed(Decision decision) {
        return decision.foresight().testsNeeded();
    }

    // what is printed

    private static void atMost(double bound, String family, Predicate<SplittableRandom> happens) {
        double rate = rate(happens);
        line(family, percent(rate), "at most %.0f %%".formatted(bound), 100 * rate <= bound);
    }

    private static void atLeast(double bound, String family, Predicate<SplittableRandom> happens) {
        double rate = rate(happens);
        line(family, percent(rate), "at least %.0f %%".formatted(bound), 100 * rate >= bound);
    }

    private static void shown(String family, Predicate<SplittableRandom> happens) {
        line(family, percent(rate(happens)), "", true);
    }

    private static double rate(Predicate<SplittableRandom> happens) {
        return IntStream.range(0, pairs).filter(pair -> happens.test(SEEDS.split())).count() / (double) pairs;
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * rate);
    }

    private static void line(String family, String figure, String bound, boolean holds) {
        allHold &= holds;
        System.out.printf("| %s | %s | %s |%n", family, figure, holds ? bound : bound + ": MISSED");
    }
}
