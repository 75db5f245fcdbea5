package ai.rhesis.backend.platform.node;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The one connection by which this node hears the signals of all nodes. When it breaks, it is made anew, and
/// receivers catch up on what they missed.
@Component
class SignalListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SignalListener.class);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    /// The difference between the clock of this node and that of the database, at most.
    private static final Duration MAX_SKEW = Duration.ofMinutes(1);

    private final SignalSettings settings;
    private final List<SignalReceiver> receivers;
    private volatile @Nullable Connection connection;
    private volatile boolean isRunning;
    private @Nullable Thread thread;
    private Instant lastGood = Instant.MIN;

    SignalListener(SignalSettings settings, List<SignalReceiver> receivers) {
        this.settings = settings;
        this.receivers = receivers;
    }

    /// Begins to listen, or, where the database can't be reached yet, as soon as it can. What happens from now on is
    /// caught up on, even if the connection breaks before it was first heard on.
    @Override
    public void start() {
        lastGood = Instant.now().minus(MAX_SKEW);
        try {
            Connection first = listen();
            connection = first;
            lastGood = now(first);
        } catch (SQLException unreachable) {
            log.warn("Signals of other nodes can't be received yet: {}", LoggedFailure.words(unreachable));
        }
        isRunning = true;
        thread = Thread.ofVirtual().name("signals").start(this::run);
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (isRunning()) {
            try {
                if (connection == null) {
                    connection = listen();
                    catchUp();
                }
                pause = FIRST_PAUSE;
                hear(connection);
            } catch (SQLException | RuntimeException broken) {
                drop(broken);
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
            }
        }
        // one made while the listener was being stopped
        close(connection);
    }

    private Connection listen() throws SQLException {
        Connection fresh = settings.connect();
        try (Statement statement = fresh.createStatement()) {
            statement.execute(SignalQueries.LISTEN);
        } catch (SQLException refused) {
            fresh.close();
            throw refused;
        }
        return fresh;
    }

    private void catchUp() {
        Instant since = lastGood;
        log.info("Signals of other nodes are received again; what was missed since {} follows", since);
        receivers.forEach(receiver -> receiver.catchUp(since));
    }

    private void hear(Connection from) throws SQLException {
        PGNotification[] heard = from.unwrap(PGConnection.class).getNotifications((int) WAIT.toMillis());
        for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
            receivers.forEach(receiver -> receiver.receive(notification.getParameter()));
        }
        lastGood = now(from);
    }

    /// Asks the database for its time, because it is its clock that rows are stamped with.
    private static Instant now(Connection from) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery(SignalQueries.NOW)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void drop(Exception broken) {
        Connection old = connection;
        connection = null;
        if (isRunning() && old != null) {
            log.warn("Signals of other nodes are not received for now: {}", LoggedFailure.words(broken));
        }
        close(old);
    }

    private static void close(@Nullable Connection old) {
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException gone) {
            log.debug("The connection was broken already", gone);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        if (thread != null) {
            thread.interrupt();
        }
        close(connection);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
