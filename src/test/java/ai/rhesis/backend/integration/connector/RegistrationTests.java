package ai.rhesis.backend.integration.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegistrationTests {

    private static final UUID PROJECT = UUID.randomUUID();

    private final Registration placeless = new Registration(null, "0.13", List.of(), List.of());

    @Test
    void whatNamesNoProjectIsInThatOfTheToken() {
        assertThat(placeless.in(PROJECT).projectId()).isEqualTo(PROJECT);
        assertThat(placeless.in(PROJECT).sdkVersion()).isEqualTo("0.13");
    }

    @Test
    void withoutProjectOfTheTokenItIsInNone() {
        assertThat(placeless.in(null)).isSameAs(placeless);
    }

    @Test
    void aNamedProjectStays() {
        Registration placed = placeless.in(PROJECT);

        assertThat(placed.in(PROJECT)).isSameAs(placed);
    }
}
