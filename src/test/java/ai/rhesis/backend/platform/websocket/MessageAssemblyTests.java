package ai.rhesis.backend.platform.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageAssemblyTests {

    private static final int MAX = 1000;

    private final Arrivals room = new Arrivals();
    private final MessageAssembly assembly = new MessageAssembly(room, MAX);

    @Test
    void joinsThePieces() {
        assertThat(assembly.add("a", false)).isNull();
        assertThat(assembly.add("b", true)).isEqualTo("ab");
        assertThat(assembly.add("c", true)).isEqualTo("c");
        assertThat(room.taken()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsTooLargeAtItsEndAndKeepsNothingOfIt() {
        String half = "x".repeat(MAX / 2 + 1);
        assembly.add(half, false);
        assembly.add(half, false);
        assertThat(room.taken()).isZero();
        assertThatThrownBy(() -> assembly.add(half, true))
                .isInstanceOfSatisfying(
                        RefusedMessageException.class,
                        refused -> assertThat(refused.head()).isEqualTo("x".repeat(256)));
        assertThat(assembly.add("next", true)).isEqualTo("next");
    }

    @Test
    void givesBackTheRoomOfAMessageThatWasCut() {
        assembly.add("half", false);
        assembly.discard();
        assertThat(room.taken()).isZero();
    }
}
