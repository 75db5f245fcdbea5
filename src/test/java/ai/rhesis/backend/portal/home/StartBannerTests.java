package ai.rhesis.backend.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

class StartBannerTests {

    @Test
    void anEmbeddedDatabaseKeepsToThisMachine() {
        assertThat(StartBanner.text(embedded().withProperty("server.address", "127.0.0.1")))
                .contains("Rhesis answers at http://127.0.0.1:8080\n", "http://127.0.0.1:8080/docs")
                .contains("this machine only; targets on it are allowed")
                .contains("its own, in ./data/postgres")
                .contains("open: whoever calls may make an account");
    }

    @Test
    void anotherAddressIsToldWithWhatItMeans() {
        assertThat(StartBanner.text(embedded().withProperty("server.address", "0.0.0.0")))
                .contains("Rhesis answers at http://127.0.0.1:8080\n")
                .contains("whoever reaches this machine; targets on this machine are refused");
        assertThat(StartBanner.text(embedded().withProperty("server.address", "2001:db8::1")))
                .contains("Rhesis answers at http://[2001:db8:0:0:0:0:0:1]:8080\n");
    }

    @Test
    void aConfiguredDatabaseIsClosedAndTellsNoSecret() {
        assertThat(StartBanner.text(environment()
                        .withProperty("local.server.port", "8080")
                        .withProperty("spring.datasource.url", "jdbc:postgresql://db/rhesis?password=hidden")
                        .withProperty("spring.datasource.password", "hidden")))
                .contains("whoever reaches this machine\n")
                .contains("the configured one")
                .contains("closed: only who is invited may make an account")
                .doesNotContain("targets", "hidden");
    }

    private static MockEnvironment embedded() {
        return environment()
                .withProperty("local.server.port", "8080")
                .withProperty("rhesis.embedded-database", "true")
                .withProperty("rhesis.data-directory", "./data/postgres")
                .withProperty("rhesis.registration", "open");
    }

    /// One that converts as that of an application does.
    private static MockEnvironment environment() {
        MockEnvironment environment = new MockEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        return environment;
    }
}
