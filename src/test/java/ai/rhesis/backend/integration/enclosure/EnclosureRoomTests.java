package ai.rhesis.backend.integration.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EnclosureRoomTests {

    private static final int MOST = Enclosure.MAX_CHARACTERS;
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    private final EnclosureRoom room = new EnclosureRoom(2L * MOST);

    @Test
    void anOrganizationHasHalfOfItAtMost() throws Exception {
        all(ONE);
        assertThat(room.take(ONE, 1, SHORT)).isNull();
        assertThat(room.take(OTHER, MOST, SHORT)).isNotNull();
    }

    @Test
    void allTogetherHaveNoMoreThanThereIs() throws Exception {
        all(ONE);
        EnclosureRoom.Lease other = all(OTHER);
        assertThat(room.take(THIRD, 1, SHORT)).isNull();
        other.close();
        assertThat(room.take(THIRD, MOST, SHORT)).isNotNull();
    }

    @Test
    void whoeverWaitsGoesOnWhenThereIsRoom() throws Exception {
        EnclosureRoom.Lease held = all(ONE);
        FutureTask<EnclosureRoom.Lease> waiting = new FutureTask<>(() -> room.take(ONE, MOST, LONG));
        Thread.startVirtualThread(waiting);
        assertThat(room.take(ONE, 1, SHORT)).isNull();
        assertThat(waiting).isNotDone();
        held.close();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void nothingIsKeptOfThoseWhoLeftOrGaveUp() throws Exception {
        EnclosureRoom.Lease held = all(ONE);
        assertThat(room.take(ONE, MOST, SHORT)).isNull();
        FutureTask<EnclosureRoom.Lease> stopped = new FutureTask<>(() -> room.take(ONE, MOST, LONG));
        Thread thread = Thread.startVirtualThread(stopped);
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        thread.interrupt();
        assertThat(thread.join(LONG)).isTrue();
        assertThat(room.organizations()).isEqualTo(1);
        held.close();
        assertThat(room.organizations()).isZero();
        assertThat(room.take(ONE, MOST, SHORT)).isNotNull();
        assertThat(room.take(OTHER, MOST, SHORT)).isNotNull();
    }

    @Test
    void theLargestQuestionFitsInTheSmallestRoom() throws Exception {
        assertThat(new EnclosureRoom(1).take(ONE, MOST, SHORT)).isNotNull();
    }

    private EnclosureRoom.Lease all(UUID organization) throws InterruptedException {
        return Objects.requireNonNull(room.take(organization, MOST, SHORT));
    }
}
