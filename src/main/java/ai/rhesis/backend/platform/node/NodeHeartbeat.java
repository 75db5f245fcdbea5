package ai.rhesis.backend.platform.node;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The heartbeat of this node, by which the others know that it lives. One that is not heard of for eight seconds is
/// taken for dead.
@Component
class NodeHeartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NodeHeartbeat.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final long DEAD_AFTER_NANOS = Duration.ofSeconds(8).toNanos();

    private final Node node;
    private final NodeQueries nodes;
    private final List<NodeWatcher> watchers;
    private volatile boolean isRunning;
    private long heardAt = System.nanoTime();

    NodeHeartbeat(Node node, NodeQueries nodes, List<NodeWatcher> watchers) {
        this.node = node;
        this.nodes = nodes;
        this.watchers = watchers;
    }

    @Override
    public void start() {
        isRunning = true;
        beat();
        Thread.ofVirtual().name("node-heartbeat").start(this::run);
    }

    private void run() {
        pause();
        while (isRunning()) {
            beat();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            boolean wasUnknown = nodes.renew(node.id());
            boolean wasDead = System.nanoTime() - heardAt > DEAD_AFTER_NANOS;
            heardAt = System.nanoTime();
            Set<UUID> living = nodes.living();
            watchers.forEach(watcher -> tell(watcher, living, wasUnknown || wasDead));
        } catch (RuntimeException unreachable) {
            log.warn("The heartbeat of this node failed: {}", LoggedFailure.words(unreachable));
        }
    }

    private static void tell(NodeWatcher watcher, Set<UUID> living, boolean wasTakenForDead) {
        if (wasTakenForDead) {
            watcher.forgotten();
        }
        watcher.living(living);
    }

    /// Stops without an interrupt while the database works, which would break a connection of the pool.
    @Override
    public void stop() {
        isRunning = false;
        try {
            nodes.forget(node.id());
        } catch (RuntimeException unreachable) {
            log.warn("This node could not say that it stops: {}", LoggedFailure.words(unreachable));
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
