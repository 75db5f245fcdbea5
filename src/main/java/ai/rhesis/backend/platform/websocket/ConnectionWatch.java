package ai.rhesis.backend.platform.websocket;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The watch over open connections: pings them, closes those that are silent or whose holder has lost the right to
/// them, and all of them when this node stops. It stops first, so that clients go to another node at once.
@Component
public class ConnectionWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration MAX_SILENCE = Duration.ofSeconds(90);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final CloseStatus SILENT = CloseStatus.GOING_AWAY.withReason("Nothing was heard for 90 seconds.");

    private final List<ConnectionGroup<?>> groups;
    private volatile boolean isRunning;
    private @Nullable Thread thread;

    ConnectionWatch(List<ConnectionGroup<?>> groups) {
        this.groups = groups;
    }

    @Override
    public void start() {
        isRunning = true;
        thread = Thread.ofVirtual().name("socket-watch").start(this::run);
    }

    private void run() {
        while (isRunning()) {
            try {
                Thread.sleep(INTERVAL);
                look();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /// Looks at all connections.
    public void look() {
        groups.forEach(ConnectionWatch::look);
    }

    private static <C extends OpenConnection> void look(ConnectionGroup<C> group) {
        Predicate<C> ending = group.ending();
        group.all().forEach(connection -> look(connection, ending));
    }

    private static <C extends OpenConnection> void look(C connection, Predicate<C> ending) {
        Wire wire = connection.wire();
        if (wire.silentNanos() > MAX_SILENCE.toNanos()) {
            wire.close(SILENT);
        } else if (hasEnded(connection, ending)) {
            wire.close(OpenConnection.ENDED);
        } else {
            wire.ping();
        }
    }

    private static <C extends OpenConnection> boolean hasEnded(C connection, Predicate<C> ending) {
        try {
            return ending.test(connection);
        } catch (RuntimeException unreachable) {
            log.debug("The holder of a connection could not be looked at", unreachable);
            return false;
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        if (thread != null) {
            thread.interrupt();
        }
        List<Thread> closing = groups.stream()
                .map(ConnectionGroup::close)
                .flatMap(Collection::stream)
                .map(connection -> connection.wire().close(CloseStatus.SERVICE_RESTARTED))
                .toList();
        long end = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        closing.forEach(last -> await(last, end));
    }

    private static void await(Thread closing, long end) {
        try {
            closing.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
