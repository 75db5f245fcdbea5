package ai.rhesis.backend.run.reviewqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueSelectionTests {

    private static final List<QueueCandidate> TESTS = IntStream.range(0, 40)
            .mapToObj(i -> new QueueCandidate(new UUID(0, i), i < 30 ? "Pass Pass" : "Pass Fail", i >= 30))
            .toList();

    @Test
    void everySelectionDrawsAsManyTestsAsAskedEachOnce() {
        for (QueueSelection selection : QueueSelection.values()) {
            for (int size : new int[] {1, 7, 39, 40}) {
                List<DrawnCandidate> drawn = selection.draw(TESTS, size, 5);

                assertThat(drawn).hasSize(size);
                assertThat(drawn).extracting(DrawnCandidate::testId).doesNotHaveDuplicates();
                assertThat(drawn).allMatch(test -> test.probability() > 0 && test.probability() <= 1);
            }
        }
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherSomethingElse() {
        assertThat(QueueSelection.UNIFORM.draw(TESTS, 10, 3)).isEqualTo(QueueSelection.UNIFORM.draw(TESTS, 10, 3));
        assertThat(QueueSelection.UNIFORM.draw(TESTS, 10, 3)).isNotEqualTo(QueueSelection.UNIFORM.draw(TESTS, 10, 4));
    }

    @Test
    void aUniformQueueGivesAllTestsTheSameChance() {
        assertThat(QueueSelection.UNIFORM.draw(TESTS, 10, 1)).allMatch(test -> test.probability() == 0.25);
    }

    @Test
    void aStratifiedQueueHoldsEachStratumInItsShare() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(QueueSelection.STRATIFIED.draw(TESTS, 8, seed).stream()
                            .filter(test -> test.testId().getLeastSignificantBits() >= 30)
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void theTestsThatTheJudgeIsUnsureOfAreDrawnFourTimesAsOften() {
        List<DrawnCandidate> drawn = QueueSelection.MOST_INFORMATIVE.draw(TESTS, 14, 1);

        assertThat(drawn)
                .allSatisfy(test -> assertThat(test.probability())
                        .isCloseTo(test.testId().getLeastSignificantBits() >= 30 ? 0.8 : 0.2, within(1e-12)));
    }

    @Test
    void testsAreDrawnAsOftenAsTheirProbabilitySays() {
        Map<UUID, Integer> times = new HashMap<>();
        for (int seed = 0; seed < 4_000; seed++) {
            QueueSelection.MOST_INFORMATIVE
                    .draw(TESTS, 14, seed)
                    .forEach(test -> times.merge(test.testId(), 1, Integer::sum));
        }

        TESTS.forEach(test -> assertThat(times.getOrDefault(test.testId(), 0) / 4_000.0)
                .isCloseTo(test.isUnsure() ? 0.8 : 0.2, within(0.04)));
    }

    @Test
    void aProbabilityIsAtMostOneAndAllAddUpToTheSize() {
        double[] weights = {100, 1, 1, 1, 50};

        double[] probabilities = SystematicSample.probabilities(weights, 3);

        assertThat(probabilities).containsExactly(1, 1 / 3.0, 1 / 3.0, 1 / 3.0, 1);
        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(3, within(1e-12));
        for (double start : new double[] {0, 0.3, 0.999999999999}) {
            assertThat(SystematicSample.draw(probabilities, start)).hasSize(3).contains(0, 4);
        }
    }
}
