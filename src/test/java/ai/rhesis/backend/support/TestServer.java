package ai.rhesis.backend.support;

import ai.rhesis.backend.platform.embedded.DatabaseLogin;
import ai.rhesis.backend.platform.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The PostgreSQL server of this test run: the one that the environment names, else a container, else the embedded one.
record TestServer(String jdbcUrl, DatabaseLogin superuser, Runnable stop) {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);

    static TestServer find() {
        return named().or(TestServer::contained).orElseGet(TestServer::embedded);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, superuser.role(), superuser.password());
    }

    private static Optional<TestServer> named() {
        return Optional.ofNullable(System.getenv("RHESIS_TEST_DATABASE_URL")).map(url -> {
            var role = System.getenv().getOrDefault("RHESIS_TEST_DATABASE_SUPERUSER", "postgres");
            var password = System.getenv().getOrDefault("RHESIS_TEST_DATABASE_PASSWORD", "");
            return new TestServer(url, new DatabaseLogin(role, password), () -> {});
        });
    }

    private static Optional<TestServer> contained() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        try {
            var container = new PostgreSQLContainer("postgres:18-alpine").withConnectTimeoutSeconds(20);
            // Testcontainers itself removes it when this process is gone.
            container.start();
            var superuser = new DatabaseLogin(container.getUsername(), container.getPassword());
            return Optional.of(new TestServer(container.getJdbcUrl(), superuser, () -> {}));
        } catch (RuntimeException e) {
            // An engine may answer and yet have no image and no registry.
            LOG.warn("Docker answers but can't run PostgreSQL, taking the embedded one: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static TestServer embedded() {
        var database = EmbeddedDatabase.startDisposable(TestFolder.of("postgres"));
        return new TestServer(database.jdbcUrl(), database.superuser(), database::close);
    }
}
