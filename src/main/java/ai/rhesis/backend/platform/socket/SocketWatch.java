package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.security.SessionHolders;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The watch over open connections: pings them, closes those that are silent or whose session has ended,
/// and all of them when this node stops. It stops first, so that clients go to another node at once.
@Component
class SocketWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SocketWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration MAX_SILENCE = Duration.ofSeconds(90);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final CloseStatus SILENT = CloseStatus.GOING_AWAY.withReason("Nothing was heard for 90 seconds.");

    private final OpenSockets sockets;
    private final SessionHolders holders;
    private volatile boolean isRunning;
    private @Nullable Thread thread;

    SocketWatch(OpenSockets sockets, SessionHolders holders) {
        this.sockets = sockets;
        this.holders = holders;
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
                look(sockets.all());
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /// Looks at connections, and once at each session among them.
    void look(Collection<SocketConnection> connections) {
        Map<Session, Optional<Caller>> callers = new HashMap<>();
        connections.forEach(connection -> look(connection, callers));
    }

    private void look(SocketConnection connection, Map<Session, Optional<Caller>> callers) {
        if (connection.silentNanos() > MAX_SILENCE.toNanos()) {
            connection.close(SILENT);
        } else if (hasEnded(connection, callers)) {
            connection.close(SocketConnection.ENDED);
        } else {
            connection.ping();
        }
    }

    /// Looks at the session of those who only listen; the rights of each message are read anew.
    private boolean hasEnded(SocketConnection connection, Map<Session, Optional<Caller>> callers) {
        try {
            UUID organization = connection.tenant().organizationId();
            return callers.computeIfAbsent(connection.session(), this::holder)
                    .filter(caller -> organization.equals(caller.organizationId()))
                    .isEmpty();
        } catch (RuntimeException unreachable) {
            log.debug("A session could not be looked at", unreachable);
            return false;
        }
    }

    private Optional<Caller> holder(Session session) {
        try {
            return Optional.of(holders.require(session));
        } catch (ProblemException nobody) {
            return Optional.empty();
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        if (thread != null) {
            thread.interrupt();
        }
        List<Thread> closing = sockets.close().stream()
                .map(connection -> connection.close(CloseStatus.SERVICE_RESTARTED))
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
