package ai.rhesis.backend.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
