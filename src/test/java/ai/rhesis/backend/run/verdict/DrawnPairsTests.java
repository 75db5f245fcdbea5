package ai.rhesis.backend.run.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.run.verdict.DrawnPairs.DrawnPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnPairsTests {

    private static final DrawnPair FIRST = new DrawnPair(1, 0, 0.5, true, false);
    private static final DrawnPair WITH_ERROR = new DrawnPair(-1, -1, 0.25, true, true);
    private static final DrawnPair OPEN = new DrawnPair(0, 1, 0.5, false, false);
    private static final DrawnPair REVIEWED_FOR_ITS_RESULT = new DrawnPair(-1, -1, 0.5, true, false);

    @Test
    void whatIsReviewedBehindAGapIsNoLabel() {
        DrawnPairs drawn = new DrawnPairs(List.of(FIRST, WITH_ERROR, OPEN, REVIEWED_FOR_ITS_RESULT));

        assertThat(drawn.labelled().pairs()).containsExactly(FIRST, WITH_ERROR);
        assertThat(new DrawnPairs(List.of(OPEN, FIRST)).labelled().pairs()).isEmpty();
    }

    @Test
    void labelsWeighAsMuchAsTheyWereUnlikelyToBeDrawn() {
        DrawnPairs drawn = new DrawnPairs(List.of(FIRST, WITH_ERROR));

        assertThat(drawn.labels().people()).containsExactly(1, -1);
        assertThat(drawn.labels().judge()).containsExactly(0, -1);
        assertThat(drawn.labels().weights()).containsExactly(2, 4);
        assertThat(drawn.withoutErrors().labels().people()).containsExactly(1);
    }
}
