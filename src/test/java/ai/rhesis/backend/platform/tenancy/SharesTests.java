package ai.rhesis.backend.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharesTests {

    private static final UUID BUSY = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Shares shares = new Shares(2);

    @Test
    void anOrganizationGetsItsShareAndNoMore() {
        assertThat(shares.take(BUSY)).isTrue();
        assertThat(shares.take(BUSY)).isTrue();
        assertThat(shares.take(BUSY)).isFalse();
        assertThat(shares.take(OTHER)).isTrue();
    }

    @Test
    void aPlaceGivenBackIsTakenAgainAndARefusedOneIsNotCounted() {
        shares.take(BUSY);
        shares.take(BUSY);
        shares.take(BUSY);
        shares.giveBack(BUSY);
        assertThat(shares.take(BUSY)).isTrue();
        assertThat(shares.take(BUSY)).isFalse();
    }
}
