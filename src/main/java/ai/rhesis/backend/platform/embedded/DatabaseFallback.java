package ai.rhesis.backend.platform.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// The start of the embedded database when `spring.datasource.url` is not set: pool and migrations are pointed at
/// it, and the server keeps to this machine.
class DatabaseFallback implements EnvironmentPostProcessor, Ordered {

    private static final String SOURCE = "embeddedDatabase";

    private final Log log;

    DatabaseFallback(DeferredLogFactory logs) {
        log = logs.getLog(DatabaseFallback.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return;
        }
        var directory = Path.of(environment.getRequiredProperty("rhesis.data-directory"));
        var database = EmbeddedDatabase.start(directory);
        // Run after the last context is closed, so that the pool closes its connections while the server runs.
        SpringApplication.getShutdownHandlers().add(database::close);
        var properties = new HashMap<>(properties(database));
        properties.putAll(LocalDefaults.of(environment).properties());
        environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, properties));
        log.debug("No database is configured: started PostgreSQL with its data in " + directory.toAbsolutePath()
                + " at " + database.jdbcUrl());
    }

    /// Returns the order: after the configuration files, which may name a database.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    static Map<String, Object> properties(EmbeddedDatabase database) {
        return Map.of(
                "rhesis.embedded-database", true,
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.runtime().role(),
                "spring.datasource.password", database.runtime().password(),
                "spring.flyway.url", database.jdbcUrl(),
                "spring.flyway.user", database.migrator().role(),
                "spring.flyway.password", database.migrator().password(),
                "rhesis.queue.username", database.queue().role(),
                "rhesis.queue.password", database.queue().password());
    }
}
