package ai.rhesis.backend.portal.explorer.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiversityTests {

    @Test
    void theOneThatDiffersMostComesFirst() {
        Diversity diversity = Diversity.of(List.of(List.of(2.0, 0.0), List.of(0.0, 3.0), List.of(1.0, 0.0)));

        assertThat(diversity.order()).containsExactly(1, 0, 2);
        // the mean of (1, 0), (0, 1), (1, 0) points to (2, 1)
        assertThat(diversity.scores().get(0)).isCloseTo(1 - 1 / Math.sqrt(5), within(1e-9));
        assertThat(diversity.scores().get(1)).isCloseTo(1 - 2 / Math.sqrt(5), within(1e-9));
        assertThat(diversity.scores().get(2)).isCloseTo(1 - 2 / Math.sqrt(5), within(1e-9));
    }

    @Test
    void withoutAVectorComesLast() {
        Diversity diversity = Diversity.of(Arrays.asList(null, List.of(1.0, 0.0), null, List.of(0.0, 1.0)));

        assertThat(diversity.order()).containsExactly(1, 3, 0, 2);
        assertThat(diversity.scores().subList(2, 4)).containsOnlyNulls();
        assertThat(diversity.scores().getFirst()).isCloseTo(1 - 1 / Math.sqrt(2), within(1e-9));
    }

    @Test
    void vectorsThatCannotBeComparedLeaveTheOrder() {
        Diversity diversity = Diversity.of(List.of(List.of(1.0), List.of(1.0, 0.0)));

        assertThat(diversity.order()).containsExactly(0, 1);
        assertThat(diversity.scores()).containsExactly(null, null);
        assertThat(Diversity.of(Arrays.asList(null, null)).scores()).containsExactly(null, null);
    }

    @Test
    void opposedDirectionsHaveNoMean() {
        Diversity diversity = Diversity.of(List.of(List.of(1.0, 0.0), List.of(-1.0, 0.0)));

        assertThat(diversity.order()).containsExactly(0, 1);
        assertThat(diversity.scores()).containsExactly(1.0, 1.0);
    }
}
