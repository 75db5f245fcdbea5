package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTests {

    @Test
    void rowsAreDividedInTheirOrderByTheirNumber() {
        assertThat(Batches.of(List.of(1, 2, 3, 4, 5), 2)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(Batches.of(List.of(), 2)).isEmpty();
    }

    @Test
    void rowsAreDividedInTheirOrderByTheirWeight() {
        assertThat(within(10, 3, 7, 1, 9, 1)).containsExactly(List.of(3, 7), List.of(1, 9), List.of(1));
        assertThat(within(10, 4, 4, 4)).containsExactly(List.of(4, 4), List.of(4));
        assertThat(within(10)).isEmpty();
    }

    @Test
    void aRowThatIsTooHeavyIsABatchOfItsOwn() {
        assertThat(within(10, 2, 30, 2, 0)).containsExactly(List.of(2), List.of(30), List.of(2, 0));
        assertThat(within(10, 30, 0)).containsExactly(List.of(30), List.of(0));
    }

    private static List<List<Integer>> within(int maxWeight, Integer... weights) {
        return Batches.within(maxWeight, List.of(weights), weight -> weight);
    }
}
