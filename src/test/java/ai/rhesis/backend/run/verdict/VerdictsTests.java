package ai.rhesis.backend.run.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.statistics.Alternative;
import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.EProcess;
import ai.rhesis.backend.platform.statistics.LabelledPairs;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.PairedMethod;
import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.platform.statistics.Significance;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictsTests {

    private static final Parameters TWO_SIDED = Parameters.DEFAULT;
    private static final Parameters WORSE = TWO_SIDED.withAlternative(Alternative.WORSE);
    private static final Parameters BETTER = TWO_SIDED.withAlternative(Alternative.BETTER);

    @Test
    void aGainBeyondChanceIsBetter() {
        Decision decision = decide(outcomes(100, 20, 3), TWO_SIDED);
        assertThat(decision.conclusion()).isEqualTo(Conclusion.BETTER);
        assertThat(decision.flags()).isEqualTo(new Flags(true, false, false));
        assertThat(decision.reason())
                .isEqualTo(
                        "The pass rate rose, by more than chance explains: +17.0 points (95 % interval +8.4 to +26.5,"
                                + " p < 0.001).");
    }

    @Test
    void aLossBeyondChanceIsWorse() {
        Decision decision = decide(outcomes(100, 3, 20), TWO_SIDED);
        assertThat(decision.conclusion()).isEqualTo(Conclusion.WORSE);
        assertThat(decision.reason()).startsWith("The pass rate fell, by more than chance explains: -17.0 points");
    }

    @Test
    void aLargeProbabilityIsNeverNotWorse() {
        Decision decision = decide(outcomes(20, 2, 2), TWO_SIDED.withMargin(0.1));
        assertThat(Objects.requireNonNull(decision.test()).p()).isEqualTo(1);
        assertThat(decision.conclusion()).isEqualTo(Conclusion.CANNOT_TELL);
    }

    @Test
    void anIntervalWithinTheMarginIsNotWorse() {
        Decision decision = decide(outcomes(1_000, 20, 21), TWO_SIDED.withMargin(0.05));
        assertThat(decision.conclusion()).isEqualTo(Conclusion.NOT_WORSE);
        assertThat(decision.reason()).startsWith("A loss of 5 points or more is ruled out: -0.1 points");
    }

    @Test
    void aProvenLossWithinTheMarginIsNotWorseAndSaysSo() {
        Decision decision = decide(outcomes(10_000, 20, 90), WORSE.withMargin(0.05));
        assertThat(decision.conclusion()).isEqualTo(Conclusion.NOT_WORSE);
        assertThat(decision.flags()).isEqualTo(new Flags(false, true, true));
        assertThat(decision.reason()).contains("fell", "the loss is within the margin of 5 points");
    }

    @Test
    void aOneSidedCallNeverAnswersTheOtherSide() {
        assertThat(decide(outcomes(100, 20, 3), WORSE).conclusion()).isEqualTo(Conclusion.CANNOT_TELL);
        assertThat(decide(outcomes(100, 3, 20), BETTER).conclusion()).isEqualTo(Conclusion.CANNOT_TELL);
        assertThat(decide(outcomes(100, 3, 20), WORSE).conclusion()).isEqualTo(Conclusion.WORSE);
        assertThat(decide(outcomes(100, 20, 3), BETTER).conclusion()).isEqualTo(Conclusion.BETTER);
    }

    @Test
    void aOneSidedCallGivesTheIntervalOfBothTails() {
        assertThat(WORSE.significance().level()).isEqualTo(0.9);
        assertThat(decide(outcomes(100, 3, 20), WORSE).reason()).contains("90 % interval");
    }

    @Test
    void errorsOfTheBaselineDontMakeTheCandidateBetter() {
        Decision decision = Verdicts.decide(outcomes(100, 20, 3), outcomes(83, 3, 3), TWO_SIDED);
        assertThat(decision.conclusion()).isEqualTo(Conclusion.CANNOT_TELL);
        assertThat(decision.reason()).startsWith("The pass rate rose only because tests ended in error");
    }

    @Test
    void errorsOfTheBaselineDontMakeTheCandidateNotWorse() {
        Decision decision = Verdicts.decide(outcomes(200, 30, 25), outcomes(175, 5, 25), WORSE.withMargin(0.05));
        assertThat(decision.flags().notWorse()).isFalse();
        assertThat(decision.reason()).contains("ruled out only with tests that ended in error");
    }

    @Test
    void errorsOfTheCandidateAreALoss() {
        assertThat(Verdicts.decide(outcomes(100, 3, 20), outcomes(83, 3, 3), TWO_SIDED)
                        .conclusion())
                .isEqualTo(Conclusion.WORSE);
    }

    @Test
    void whatIsNotPairedCannotBeTold() {
        Decision decision = decide(outcomes(0, 0, 0), TWO_SIDED.withMargin(0.1));
        assertThat(decision.conclusion()).isEqualTo(Conclusion.CANNOT_TELL);
        assertThat(decision.test()).isNull();
        assertThat(decision.foresight()).isEqualTo(Foresight.NONE);
        assertThat(decision.reason()).isEqualTo("No test was paired, so nothing can be told.");
    }

    @Test
    void withErrorsInEveryPairNothingIsBetter() {
        Decision decision = Verdicts.decide(outcomes(30, 30, 0), outcomes(0, 0, 0), TWO_SIDED.withMargin(0.1));
        assertThat(decision.flags()).isEqualTo(new Flags(false, false, false));
        assertThat(decision.withoutErrors()).isNull();
    }

    @Test
    void outcomesAreTestedByMidP() {
        assertThat(method(outcomes(10, 1, 2))).isEqualTo(PairedMethod.MCNEMAR_MIDP);
    }

    @Test
    void sharesAreTestedByRanksBelowThirtyAndByTFromThere() {
        assertThat(method(shares(29))).isEqualTo(PairedMethod.WILCOXON_PRATT);
        assertThat(method(shares(30))).isEqualTo(PairedMethod.PAIRED_T);
    }

    @Test
    void sharesThatAllDifferByTheSameYieldToRanks() {
        double[] equal = new double[50];
        Arrays.fill(equal, 0.2);
        assertThat(method(PairedSample.of(Measure.SHARE, equal))).isEqualTo(PairedMethod.WILCOXON_PRATT);
    }

    @Test
    void clustersGoBeforeUnlessNothingVariesBetweenThem() {
        List<Cluster> uneven = List.of(new Cluster(4, 2), new Cluster(4, -1), new Cluster(2, 1));
        assertThat(method(clustered(outcomes(10, 5, 3), uneven))).isEqualTo(PairedMethod.CLUSTER_T);
        List<Cluster> even = List.of(new Cluster(5, 1), new Cluster(5, 1));
        assertThat(method(clustered(outcomes(10, 5, 3), even))).isEqualTo(PairedMethod.MCNEMAR_MIDP);
    }

    @Test
    void fiveTopicsOfTwoMakeClustersUnasked() {
        List<Cluster> five =
                List.of(new Cluster(2, 1), new Cluster(2, -1), new Cluster(2, 0), new Cluster(2, 1), new Cluster(2, 0));
        assertThat(method(clusteredIfSufficient(outcomes(10, 2, 1), five))).isEqualTo(PairedMethod.CLUSTER_T);
        List<Cluster> four =
                List.of(new Cluster(2, 1), new Cluster(2, -1), new Cluster(2, 0), new Cluster(3, 1), new Cluster(1, 0));
        assertThat(method(clusteredIfSufficient(outcomes(10, 2, 1), four))).isEqualTo(PairedMethod.MCNEMAR_MIDP);
    }

    private static PairedSample clustered(PairedSample sample, List<Cluster> clusters) {
        return sample.clusteredBy(Clusters.of(sample.moments(), clusters));
    }

    private static PairedSample clusteredIfSufficient(PairedSample sample, List<Cluster> clusters) {
        return sample.clusteredIfSufficient(Clusters.of(sample.moments(), clusters));
    }

    @Test
    void labelsGoBeforeClustersFromThirtyOn() {
        assertThat(method(outcomes(100, 20, 5).labelled(labels(30)))).isEqualTo(PairedMethod.PPI);
        assertThat(method(outcomes(100, 20, 5).labelled(labels(29)))).isEqualTo(PairedMethod.MCNEMAR_MIDP);
    }

    private static Ppi labels(int n) {
        double[] people = IntStream.range(0, n).mapToDouble(i -> i % 3 - 1).toArray();
        return Objects.requireNonNull(Ppi.of(LabelledPairs.uniform(people, people), Moments.of(1, 0, 0, -1, 0, 1)));
    }

    @Test
    void aRunDecidedEarlyIsTestedByItsBetsAndForeseesNothing() {
        EProcess looks = new EProcess(0.05, null);
        IntStream.range(0, 10).forEach(i -> looks.add(-1));
        Decision decision = decide(outcomes(10, 0, 10).lookedAt(looks), WORSE);
        assertThat(Objects.requireNonNull(decision.test()).method()).isEqualTo(PairedMethod.E_PROCESS);
        assertThat(decision.conclusion()).isEqualTo(Conclusion.WORSE);
        assertThat(decision.foresight()).isEqualTo(Foresight.NONE);
    }

    @Test
    void swappedRunsSwapTheConclusion() {
        for (int improved = 0; improved <= 30; improved++) {
            Conclusion there = decide(outcomes(60, improved, 12), TWO_SIDED).conclusion();
            Conclusion back = decide(outcomes(60, 12, improved), TWO_SIDED).conclusion();
            assertThat(back)
                    .isEqualTo(
                            switch (there) {
                                case BETTER -> Conclusion.WORSE;
                                case WORSE -> Conclusion.BETTER;
                                default -> there;
                            });
        }
    }

    @Test
    void testsNeededAreOfTheMarginWhereThereIsOne() {
        Foresight plain = decide(outcomes(100, 10, 10), TWO_SIDED).foresight();
        Foresight margin = decide(outcomes(100, 10, 10), WORSE.withMargin(0.1)).foresight();
        assertThat(plain.testsNeeded()).isEqualTo(645);
        assertThat(margin.testsNeeded()).isEqualTo(137);
        assertThat(plain.mde()).isBetween(0.12, 0.13);
    }

    @Test
    void sharesForeseeByTheirStandardError() {
        Foresight foresight = decide(shares(29), TWO_SIDED).foresight();
        assertThat(foresight.mde()).isPositive();
        assertThat(foresight.testsNeeded()).isPositive();
    }

    @Test
    void sumsOfFewSharesAreRefusedBecauseTheyAreRanked() {
        assertThatThrownBy(() -> PairedSample.ofSums(
                        Measure.SHARE, new PairedOutcomes(3, 1, 1), new Moments(3, 0, 1), List.of()))
                .hasMessageContaining("fewer than 30 are ranked");
    }

    @Test
    void aMarginOutOfRangeIsRefused() {
        assertThatThrownBy(() -> TWO_SIDED.withMargin(1.0)).hasMessageContaining("0 < margin < 1");
        assertThatThrownBy(() -> TWO_SIDED.withMargin(Double.NaN)).hasMessageContaining("0 < margin < 1");
    }

    private static Decision decide(PairedSample sample, Parameters parameters) {
        return Verdicts.decide(sample, sample, parameters);
    }

    private static PairedMethod method(PairedSample sample) {
        PairedResult test = PairedMethods.test(sample, Significance.twoSided(0.05));
        return Objects.requireNonNull(test).method();
    }

    private static PairedSample outcomes(long n, long improved, long regressed) {
        return PairedSample.ofOutcomes(new PairedOutcomes(n, improved, regressed));
    }

    private static PairedSample shares(int n) {
        return PairedSample.of(
                Measure.SHARE,
                IntStream.range(0, n).mapToDouble(i -> i % 4 * 0.2 - 0.2).toArray());
    }
}
