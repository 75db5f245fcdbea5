package ai.rhesis.backend.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseTests {

    private final Path directory = Path.of("target", "embedded-" + UUID.randomUUID());

    @AfterEach
    void deleteData() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        for (String extension : List.of(".pgpass", ".lock", ".log")) {
            Files.deleteIfExists(beside(extension));
        }
    }

    @Test
    void firstStartMakesTheRoles() throws SQLException {
        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            assertThat(ask(database, database.runtime(), "select current_user")).isEqualTo("app_runtime");
            assertThat(ask(database, database.migrator(), "select current_user"))
                    .isEqualTo("app_migrator");
        }
    }

    @Test
    void passwordsAreForTheOwnerOnly() throws IOException {
        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            assertThat(beside(".pgpass")).content().contains(database.runtime().password());
            assertThat(Files.getPosixFilePermissions(beside(".pgpass")))
                    .extracting(Enum::name)
                    .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        }
    }

    @Test
    void secondStartKeepsRowsAndPasswords() throws SQLException {
        try (var first = EmbeddedDatabase.startDisposable(directory)) {
            ask(first, first.superuser(), "create table kept as select 42; select 1");
        }
        try (var second = EmbeddedDatabase.startDisposable(directory)) {
            assertThat(ask(second, second.superuser(), "select * from kept")).isEqualTo("42");
        }
    }

    @Test
    void wrongPasswordIsRefused() throws SQLException, IOException {
        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            assertThatThrownBy(() -> ask(database, new DatabaseLogin("postgres", "guess"), "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(directory.resolve("pg_hba.conf")).content().doesNotContainPattern("(?m)^[^#].*trust");
        }
    }

    @Test
    void onlyLoopbackIsServed() throws IOException {
        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            var port = Integer.parseInt(database.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
            for (InetAddress address : outsideAddresses()) {
                assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void rowsAreOnDiskUnlessDisposable() throws SQLException {
        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(ask(database, database.superuser(), "show fsync")).isEqualTo("on");
        }
        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            assertThat(ask(database, database.superuser(), "show fsync")).isEqualTo("off");
        }
    }

    @Test
    void serverOfAKilledProcessIsTakenOver() throws Exception {
        var process = ChildProcess.start(directory);
        var postmaster = postmaster();
        process.destroyForcibly().waitFor();
        assertThat(postmaster.isAlive()).isTrue();

        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(ask(database, database.superuser(), "select * from kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void directoryOfALivingProcessIsRefused() throws Exception {
        var process = ChildProcess.start(directory);
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.startDisposable(directory))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessage("Another process is running the database in " + directory.toAbsolutePath() + ".");
        } finally {
            process.destroyForcibly().waitFor();
            LeftoverServer.stop(DataDirectory.at(directory));
        }
    }

    @Test
    void secondStartInTheSameProcessIsRefusedAndHarmless() throws SQLException {
        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            assertThatThrownBy(() -> EmbeddedDatabase.startDisposable(directory))
                    .isInstanceOf(EmbeddedDatabaseException.class);
            assertThat(ask(database, database.runtime(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void recycledProcessNumberDoesNotPreventTheStart() throws IOException, SQLException {
        EmbeddedDatabase.startDisposable(directory).close();
        Files.writeString(
                directory.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var database = EmbeddedDatabase.startDisposable(directory)) {
            assertThat(ask(database, database.runtime(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void dataWithoutPasswordsAreNotTouched() throws IOException {
        EmbeddedDatabase.startDisposable(directory).close();
        Files.delete(beside(".pgpass"));

        assertThatThrownBy(() -> EmbeddedDatabase.startDisposable(directory))
                .hasMessageContaining("has lost its passwords");
        assertThat(directory.resolve("PG_VERSION")).exists();
    }

    private Path beside(String extension) {
        return directory.resolveSibling(directory.getFileName() + extension);
    }

    private ProcessHandle postmaster() throws IOException {
        var line = Files.readAllLines(directory.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(line)).orElseThrow();
    }

    private static List<InetAddress> outsideAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    static String ask(EmbeddedDatabase database, DatabaseLogin login, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), login.role(), login.password());
                var statement = connection.createStatement()) {
            // the last of several statements has the answer
            for (var rows = statement.execute(query); !rows; rows = statement.getMoreResults()) {}
            var answer = statement.getResultSet();
            answer.next();
            return answer.getString(1);
        }
    }
}
