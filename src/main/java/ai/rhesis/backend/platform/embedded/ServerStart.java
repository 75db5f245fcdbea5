package ai.rhesis.backend.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The start of the server's process, and of its cluster of databases when there is none yet.
record ServerStart(DataDirectory directory, DatabaseLogin superuser, boolean durable) {

    // Crash recovery comes before the first connection.
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    EmbeddedPostgres run() throws IOException {
        PrivateFile.write(directory.log(), "");
        var password = Files.createTempFile("rhesis", null);
        try {
            Files.writeString(password, superuser.password());
            return builder(password).start();
        } catch (IOException | IllegalStateException e) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL did not start with the data in " + directory.path() + ":\n" + lastWords(),
                    "All of it is in " + directory.log() + ".",
                    e);
        } finally {
            Files.delete(password);
        }
    }

    private EmbeddedPostgres.Builder builder(Path password) {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.path())
                .setOverrideWorkingDirectory(
                        directory.binaries().resolve("unpacked").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(TIMEOUT)
                .setPgBinaryResolver(new PackedBinaries())
                .setConnectConfig("password", superuser.password())
                .setErrorRedirector(Redirect.appendTo(directory.log().toFile()))
                .setOutputRedirector(Redirect.appendTo(directory.log().toFile()));
        initialize(builder, password);
        configure(builder);
        return builder;
    }

    // the "locale settings" of the library are further arguments of initdb; so there is no moment without passwords
    private static void initialize(EmbeddedPostgres.Builder builder, Path password) {
        builder.setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString());
    }

    private void configure(EmbeddedPostgres.Builder builder) {
        // The library starts every server with -F, fsync off; what is said later wins.
        var on = durable ? "on" : "off";
        builder.setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", on)
                .setServerConfig("full_page_writes", on)
                .setServerConfig("synchronous_commit", on);
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(directory.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
