package ai.rhesis.backend.identity.login;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Guesses at one address from many sources, a few each.
@IntegrationTest
class GuessingTests {

    private static final Duration MORE = Duration.ofSeconds(2);
    private static final String SOURCES = """
            insert into app.login_attempt (address_key, source, failures, last_at)
            select ?, '198.51.100.' || n, 6, now() - make_interval(mins => ?)
            from generate_series(1, ?) n
            """;

    @Autowired
    Organizations organizations;

    private final String address = newAddress();

    @BeforeEach
    void register() {
        organizations.register(address);
    }

    @Test
    void manySourcesTogetherMakeAnUnknownOneWait() throws SQLException {
        guessed(17, 1);
        assertThat(login("203.0.113.1", PASSWORD)).isGreaterThan(MORE);
    }

    @Test
    void fewerThanAHundredGuessesCostNobodyAnything() throws SQLException {
        guessed(16, 1);
        assertThat(login("203.0.113.1", PASSWORD)).isLessThan(MORE);
    }

    @Test
    void whereTheOwnerHasLoggedInBeforeNothingChanges() throws SQLException {
        login("203.0.113.1", PASSWORD);
        guessed(17, 1);
        assertThat(login("203.0.113.1", PASSWORD)).isLessThan(MORE);
    }

    @Test
    void guessesOfAnHourAgoAreForgotten() throws SQLException {
        guessed(17, 61);
        assertThat(login("203.0.113.1", PASSWORD)).isLessThan(MORE);
    }

    @Test
    void whatIsGuessedAtOneAddressMakesNoOtherWait() throws SQLException {
        guessed(17, 1);
        String other = newAddress();
        organizations.register(other);
        assertThat(login(other, "203.0.113.1", PASSWORD)).isLessThan(MORE);
    }

    private void guessed(int sources, int minutesAgo) throws SQLException {
        TestDatabase database = TestDatabase.shared();
        try (Connection connection = database.connect(database.superuser());
                PreparedStatement insert = connection.prepareStatement(SOURCES)) {
            insert.setString(1, address);
            insert.setInt(2, minutesAgo);
            insert.setInt(3, sources);
            assertThat(insert.executeUpdate()).isEqualTo(sources);
        }
    }

    private Duration login(String source, String password) {
        return login(address, source, password);
    }

    /// How long it takes to get in.
    private Duration login(String email, String source, String password) {
        Api from = organizations.anonymous().with("X-Forwarded-For", source);
        long begin = System.nanoTime();
        assertThat(from.post("/auth/login/email", Map.of("email", email, "password", password))
                        .status())
                .isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
