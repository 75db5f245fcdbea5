package ai.rhesis.backend.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The three logins of an embedded server, kept in the format of libpq's password file so that psql can use it too.
record Passwords(Login superuser, Login migrator, Login runtime) {

    private static final String PREFIX = "127.0.0.1:*:*:";

    /// Those of an earlier start, or new ones when there was none.
    static Passwords of(DataDirectory directory) throws IOException {
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
        return new Passwords(generate("postgres"), generate("app_migrator"), generate("app_runtime"));
    }

    void save(DataDirectory directory) throws IOException {
        var lines = Stream.of(superuser, migrator, runtime)
                .map(login -> PREFIX + login.role() + ":" + login.password() + "\n");
        DataDirectory.writePrivately(directory.passwords(), lines.collect(Collectors.joining()));
    }

    private static Passwords read(Path file) throws IOException {
        var logins = Files.readAllLines(file).stream()
                .map(line -> line.substring(PREFIX.length()).split(":"))
                .map(part -> new Login(part[0], part[1]))
                .toList();
        return new Passwords(logins.get(0), logins.get(1), logins.get(2));
    }

    private static Login generate(String role) {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Login(role, HexFormat.of().formatHex(bytes));
    }
}
