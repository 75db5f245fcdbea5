package ai.rhesis.backend.platform.embedded;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The four logins of an embedded server, kept in the format of libpq's password file so that psql can use it too.
record GeneratedPasswords(DatabaseLogin superuser, DatabaseLogin migrator, DatabaseLogin runtime, DatabaseLogin queue) {

    private static final String PREFIX = "127.0.0.1:*:*:";

    /// Reads the passwords of an earlier start, or makes new ones when there was none.
    static GeneratedPasswords of(DataDirectory directory) throws IOException {
        if (Files.exists(directory.passwords())) {
            return read(directory.passwords());
        }
        if (directory.isInitialized()) {
            throw new EmbeddedDatabaseException(
                    "The database in " + directory.path() + " has lost its passwords: " + directory.passwords()
                            + " is missing.",
                    "Restore that file. If the very first start was cut short, the database is empty:"
                            + " delete the directory.",
                    null);
        }
        return of(Map.of());
    }

    void save(DataDirectory directory) throws IOException {
        var lines = Stream.of(superuser, migrator, runtime, queue)
                .map(login -> PREFIX + login.role() + ":" + login.password() + "\n");
        PrivateFile.write(directory.passwords(), lines.collect(Collectors.joining()));
    }

    private static GeneratedPasswords read(Path file) throws IOException {
        return of(Files.readAllLines(file).stream()
                .map(line -> line.substring(PREFIX.length()).split(":"))
                .collect(toMap(part -> part[0], part -> part[1])));
    }

    /// Makes the logins; a role that is newer than the file gets a password now.
    private static GeneratedPasswords of(Map<String, String> known) {
        return new GeneratedPasswords(
                login("postgres", known),
                login("app_migrator", known),
                login("app_runtime", known),
                login("app_queue", known));
    }

    private static DatabaseLogin login(String role, Map<String, String> known) {
        return new DatabaseLogin(role, known.getOrDefault(role, generate()));
    }

    private static String generate() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
