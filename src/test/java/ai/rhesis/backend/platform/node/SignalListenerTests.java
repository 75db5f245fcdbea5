package ai.rhesis.backend.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Listens to databases that are not there when they should be.
class SignalListenerTests implements SignalReceiver {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Instant> caughtUp = new LinkedBlockingQueue<>();
    private final SignalListener listener = new SignalListener(
            new SignalSettings(
                    database.jdbcUrl(),
                    database.runtime().role(),
                    database.runtime().password()),
            List.of(this));

    @AfterEach
    void stop() {
        listener.stop();
    }

    @Override
    public void receive(String text) {
        heard.add(text);
    }

    @Override
    public void catchUp(Instant since) {
        caughtUp.add(since);
    }

    @Test
    void aConnectionThatBreaksBeforeItsFirstSignalIsCaughtUpOn() throws SQLException {
        Instant begin = Instant.now();
        listener.start();
        assertThat(connections()).isEqualTo("1");
        superuser("select pg_terminate_backend(pid) from pg_stat_activity where " + LISTENERS);
        await().atMost(PATIENCE).until(() -> !caughtUp.isEmpty());
        assertThat(caughtUp.element()).isBetween(begin.minusSeconds(70), Instant.now());
        superuser("select pg_notify('rhesis_signal', 'hello')");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).contains("hello"));
    }

    @Test
    void aDatabaseThatComesAfterTheNodeIsCaughtUpOn() throws SQLException {
        allowConnections(false);
        Instant begin = Instant.now();
        listener.start();
        allowConnections(true);
        await().atMost(PATIENCE).until(() -> !caughtUp.isEmpty());
        assertThat(caughtUp.element()).isBefore(begin);
    }

    private static final String LISTENERS = "application_name = 'rhesis signals' and datname = current_database()";

    private String connections() throws SQLException {
        return superuser("select count(*) from pg_stat_activity where " + LISTENERS);
    }

    private String superuser(String sql) throws SQLException {
        try (Connection connection = database.connect(database.superuser());
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private void allowConnections(boolean are) throws SQLException {
        String name = database.jdbcUrl().replaceFirst(".*/([^/?]+).*", "$1");
        try (Connection other = TestDatabase.shared().connect(database.superuser());
                Statement statement = other.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections " + are);
        }
    }
}
