package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.run.worker.SlotShares.Holder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotSharesTests {

    private static final UUID RUN = new UUID(0, 1);
    private static final UUID OTHER_RUN = new UUID(0, 2);
    private static final UUID NODE = new UUID(1, 1);
    private static final UUID OTHER_NODE = new UUID(1, 2);

    @Test
    void whoIsAloneTakesAllThatItWants() {
        assertThat(SlotShares.of(holder(RUN, NODE, 10, 10, 0), List.of())).isEqualTo(10);
        assertThat(SlotShares.of(holder(RUN, NODE, 10, 3, 0), List.of())).isEqualTo(3);
    }

    @Test
    void twoNodesShareEvenlyAsTheOtherLetsGo() {
        Holder greedy = holder(RUN, OTHER_NODE, 10, 10, 10);
        Holder fair = holder(RUN, OTHER_NODE, 10, 10, 5);

        assertThat(SlotShares.of(holder(RUN, NODE, 10, 10, 0), List.of(greedy))).isZero();
        assertThat(SlotShares.of(holder(RUN, NODE, 10, 10, 0), List.of(fair))).isEqualTo(5);
        assertThat(SlotShares.of(holder(RUN, OTHER_NODE, 10, 10, 10), List.of(holder(RUN, NODE, 10, 10, 0))))
                .isEqualTo(5);
    }

    @Test
    void whatOneDoesNotWantIsTheOthers() {
        Holder modest = holder(RUN, OTHER_NODE, 10, 2, 2);

        assertThat(SlotShares.of(holder(RUN, NODE, 10, 10, 0), List.of(modest))).isEqualTo(8);
    }

    @Test
    void runsShareATargetAndKeepTheirOwnBound() {
        Holder sequential = holder(OTHER_RUN, NODE, 1, 1, 1);

        assertThat(SlotShares.of(holder(RUN, NODE, 10, 10, 0), List.of(sequential)))
                .isEqualTo(9);
        assertThat(SlotShares.of(sequential, List.of(holder(RUN, NODE, 10, 10, 9))))
                .isEqualTo(1);
        assertThat(SlotShares.of(
                        holder(OTHER_RUN, NODE, 1, 1, 0),
                        List.of(holder(OTHER_RUN, OTHER_NODE, 1, 1, 1), holder(RUN, NODE, 10, 10, 5))))
                .isZero();
    }

    private static Holder holder(UUID run, UUID node, int maxOfRun, int wanted, int slots) {
        return new Holder(run, node, maxOfRun, wanted, slots);
    }
}
