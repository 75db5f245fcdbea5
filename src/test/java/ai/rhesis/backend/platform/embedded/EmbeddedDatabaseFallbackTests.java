package ai.rhesis.backend.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedDatabaseFallbackTests {

    @Test
    void configuredDatabaseIsTakenAsItIs() {
        var notMade = Path.of("target", "embedded-not-made");
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://elsewhere/rhesis")
                .withProperty("rhesis.data-directory", notMade.toString());

        new DatabaseFallback(Supplier::get).postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getPropertySources().contains("embeddedDatabase"))
                .isFalse();
        assertThat(notMade).doesNotExist();
    }

    @Test
    void withoutAnAddressOnlyThisMachineCallsAndIsCalled() {
        assertThat(reach(new MockEnvironment()))
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("rhesis.egress.allow", "127.0.0.1,::1")
                .containsEntry("rhesis.registration", "open");
    }

    @Test
    void whatIsAllowedBesidesStaysAllowed() {
        var environment = new MockEnvironment()
                .withProperty("rhesis.egress.allow[0]", "my-bot.internal")
                .withProperty("rhesis.egress.allow[1]", "10.1.0.0/16")
                .withProperty("rhesis.registration", "closed");
        assertThat(reach(environment))
                .containsEntry("rhesis.egress.allow", "my-bot.internal,10.1.0.0/16,127.0.0.1,::1")
                .containsEntry("rhesis.registration", "closed");
    }

    @Test
    void anAddressThatIsLoopbackChangesNothing() {
        assertThat(reach(new MockEnvironment().withProperty("server.address", "127.0.0.2")))
                .doesNotContainKey("server.address")
                .containsEntry("rhesis.egress.allow", "127.0.0.1,::1");
    }

    @Test
    void whoListensForOthersCallsNothingOnThisMachine() {
        assertThat(reach(new MockEnvironment().withProperty("server.address", "0.0.0.0")))
                .doesNotContainKeys("server.address", "rhesis.egress.allow");
        assertThat(reach(new MockEnvironment().withProperty("server.address", "192.0.2.1")))
                .doesNotContainKey("rhesis.egress.allow");
    }

    private static Map<String, Object> reach(MockEnvironment environment) {
        return LocalDefaults.of(environment).properties();
    }

    @Test
    void poolRunsAsRuntimeAndFlywayAsMigrator() {
        try (var database = EmbeddedDatabase.startDisposable(Path.of("target", "embedded-fallback"))) {
            assertThat(DatabaseFallback.properties(database))
                    .containsEntry("spring.datasource.url", database.jdbcUrl())
                    .containsEntry("spring.datasource.username", "app_runtime")
                    .containsEntry("spring.flyway.url", database.jdbcUrl())
                    .containsEntry("spring.flyway.user", "app_migrator");
        }
    }
}
