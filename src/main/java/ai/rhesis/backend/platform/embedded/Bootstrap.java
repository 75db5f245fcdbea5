package ai.rhesis.backend.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;

/// The preparation of a database by a superuser, before the migrations can run.
public final class Bootstrap {

    private Bootstrap() {}

    /// Makes an empty database that sorts and compares alike on every server, whatever the server's own locale.
    public static void createDatabase(Connection superuser, String name) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true)
                    + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'");
        }
    }

    /// Makes roles, privileges and schema in the connected database and sets the passwords; safe to run again.
    public static void run(Connection superuser, DatabaseLogin... logins) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(script());
            for (DatabaseLogin login : logins) {
                statement.execute("alter role " + statement.enquoteIdentifier(login.role(), true) + " password "
                        + statement.enquoteLiteral(login.password()));
            }
        }
    }

    private static String script() {
        try {
            return new ClassPathResource("db/bootstrap/bootstrap.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
