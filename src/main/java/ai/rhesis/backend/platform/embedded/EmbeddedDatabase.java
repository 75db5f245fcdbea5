package ai.rhesis.backend.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A running PostgreSQL of our own, with the roles and the schema that the migrations expect.
///
/// It listens on 127.0.0.1 only, on a free port, and asks every role for its password.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "rhesis";

    private final DirectoryLock lock;
    private final EmbeddedPostgres server;
    private final GeneratedPasswords passwords;

    private EmbeddedDatabase(DirectoryLock lock, EmbeddedPostgres server, GeneratedPasswords passwords) {
        this.lock = lock;
        this.server = server;
        this.passwords = passwords;
    }

    /// Starts a server whose rows survive a crash; takes over what an earlier start left in the directory.
    public static EmbeddedDatabase start(Path directory) {
        return start(directory, true);
    }

    /// Starts a faster server that doesn't wait for the disk: for tests.
    public static EmbeddedDatabase startDisposable(Path directory) {
        return start(directory, false);
    }

    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    public DatabaseLogin runtime() {
        return passwords.runtime();
    }

    public DatabaseLogin migrator() {
        return passwords.migrator();
    }

    public DatabaseLogin queue() {
        return passwords.queue();
    }

    public DatabaseLogin superuser() {
        return passwords.superuser();
    }

    /// Stops the server and lets go of the directory; the rows stay.
    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedDatabase start(Path path, boolean durable) {
        try {
            var directory = DataDirectory.at(path);
            var lock = DirectoryLock.acquire(directory);
            try {
                return start(directory, lock, durable);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new EmbeddedDatabaseException(
                    "The embedded PostgreSQL did not become usable: " + e.getMessage(), "See the cause.", e);
        }
    }

    private static EmbeddedDatabase start(DataDirectory directory, DirectoryLock lock, boolean durable)
            throws IOException, SQLException {
        LeftoverServer.stop(directory);
        var passwords = GeneratedPasswords.of(directory);
        var server = new ServerStart(directory, passwords.superuser(), durable).run();
        var database = new EmbeddedDatabase(lock, server, passwords);
        try {
            database.prepare();
            passwords.save(directory);
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
        return database;
    }

    private void prepare() throws SQLException {
        try (var connection = connect("postgres")) {
            if (!exists(connection, NAME)) {
                Bootstrap.createDatabase(connection, NAME);
            }
            try (var statement = connection.createStatement()) {
                statement.execute("revoke all on database postgres, template1 from public");
            }
        }
        try (var connection = connect(NAME)) {
            Bootstrap.run(connection, passwords.migrator(), passwords.runtime(), passwords.queue());
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_catalog.pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(database), superuser().role(), superuser().password());
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }
}
