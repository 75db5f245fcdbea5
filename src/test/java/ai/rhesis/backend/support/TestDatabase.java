package ai.rhesis.backend.support;

import ai.rhesis.backend.platform.embedded.Bootstrap;
import ai.rhesis.backend.platform.embedded.DatabaseLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/// An empty database with roles and schema, ready for the migrations; which server it is in, no test knows.
public record TestDatabase(
        String jdbcUrl, DatabaseLogin superuser, DatabaseLogin migrator, DatabaseLogin runtime, DatabaseLogin queue) {

    // The same in every run: roles belong to the server, which other runs may be using.
    private static final DatabaseLogin MIGRATOR = new DatabaseLogin("app_migrator", "migrator");
    private static final DatabaseLogin RUNTIME = new DatabaseLogin("app_runtime", "runtime");
    private static final DatabaseLogin QUEUE = new DatabaseLogin("app_queue", "queue");

    private static final String END_LISTENERS = """
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where application_name = 'rhesis signals' and datname = current_database()
            """;

    private static final TestServer SERVER = TestServer.find();
    private static final List<String> MADE = new ArrayList<>();
    private static final TestDatabase SHARED = fresh();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::cleanUp));
    }

    /// The database of this test run, made on first use.
    public static TestDatabase shared() {
        return SHARED;
    }

    /// One more database in the same server, for tests that break a schema on purpose.
    public static synchronized TestDatabase fresh() {
        var name = "rhesis_test_" + UUID.randomUUID().toString().substring(0, 8);
        var database = new TestDatabase(urlOf(name), SERVER.superuser(), MIGRATOR, RUNTIME, QUEUE);
        try (var administrator = SERVER.connect()) {
            // Two runs that alter the same role at the same moment get an error.
            execute(administrator, "select pg_advisory_lock(5432)");
            Bootstrap.createDatabase(administrator, name);
            MADE.add(name);
            try (var connection = database.connect(database.superuser)) {
                Bootstrap.run(connection, MIGRATOR, RUNTIME, QUEUE);
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("no fresh database in " + SERVER.jdbcUrl(), e);
        }
    }

    public Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, login.role(), login.password());
    }

    /// The first column of what a query of the migrator finds in the shared database, which no policy narrows.
    public static List<String> column(String sql) {
        return column(SHARED.migrator, sql);
    }

    /// Changes rows of the shared database as the migrator, and answers how many.
    public static int update(String sql) {
        try (Connection connection = SHARED.connect(SHARED.migrator);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// Ends the connections that listen for signals, as a restart of the database does; there must be one.
    public static void endListeners() {
        Awaitility.await("a connection that listens")
                .atMost(Duration.ofSeconds(10))
                .until(() -> column(SHARED.superuser, END_LISTENERS).contains("t"));
    }

    private static List<String> column(DatabaseLogin login, String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = SHARED.connect(login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return values;
    }

    /// The settings that point the application's pool and its migrations here.
    public Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", jdbcUrl,
                "spring.datasource.username", runtime.role(),
                "spring.datasource.password", runtime.password(),
                "spring.flyway.url", jdbcUrl,
                "spring.flyway.user", migrator.role(),
                "spring.flyway.password", migrator.password(),
                "rhesis.queue.username", queue.role(),
                "rhesis.queue.password", queue.password());
    }

    private static void cleanUp() {
        awaitSpring();
        try (var administrator = SERVER.connect()) {
            for (String name : MADE) {
                execute(administrator, "drop database if exists " + name + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("databases of this run stay behind: " + MADE, e);
        } finally {
            SERVER.stop().run();
        }
    }

    // All shutdown hooks start at once, and the application needs its database until it is closed.
    private static void awaitSpring() {
        try {
            Thread.sleep(100);
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("SpringApplicationShutdownHook")) {
                    thread.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String urlOf(String name) {
        return SERVER.jdbcUrl().replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
