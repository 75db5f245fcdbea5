package ai.rhesis.backend.platform.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PackedBinariesTests {

    @Test
    void aBuildWithoutPostgresSaysWhatToConfigure() {
        assertThatThrownBy(() -> new PackedBinaries().getPgBinary("Solaris", "sparc"))
                .hasMessage("No database is configured, and this build carries no PostgreSQL for Solaris sparc.")
                .asInstanceOf(InstanceOfAssertFactories.type(EmbeddedDatabaseException.class))
                .extracting(EmbeddedDatabaseException::remedy)
                .asString()
                .contains("SPRING_DATASOURCE_URL", "SPRING_FLYWAY_URL", "RHESIS_SECRETS_KEYS", "-Dembedded=none");
    }
}
