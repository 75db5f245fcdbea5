package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.integration.connector.CallSignal.Kind;
import ai.rhesis.backend.platform.node.Node;
import ai.rhesis.backend.platform.node.NodeWatcher;
import ai.rhesis.backend.platform.node.SignalQueries;
import ai.rhesis.backend.platform.node.SignalReceiver;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The calls of this node to connections of others, by way of the database: a row and a signal there, an answer in the
/// row and a signal back.
@Component
class RemoteCalls implements SignalReceiver, NodeWatcher {

    private static final Logger log = LoggerFactory.getLogger(RemoteCalls.class);

    private final ConnectorCallQueries calls;
    private final SignalQueries signals;
    private final Node node;
    private final TransactionTemplate transaction;
    private final CallTransactions background;
    private final Map<UUID, Waiting> waiting = new ConcurrentHashMap<>();

    RemoteCalls(
            ConnectorCallQueries calls,
            SignalQueries signals,
            Node node,
            TransactionTemplate transaction,
            CallTransactions background) {
        this.calls = calls;
        this.signals = signals;
        this.node = node;
        this.transaction = transaction;
        this.background = background;
    }

    /// Tells whether a route leads to this node.
    boolean isHere(ConnectorRoute route) {
        return route.nodeId().equals(node.id());
    }

    /// Sends a call whose answer somebody waits for.
    ///
    /// @param told is told how it ended, at most once
    /// @return the id of its row, to [#withdraw] it
    UUID call(ConnectorRoute route, CallText call, Consumer<Outcome> told) {
        return call(route, call, told, true);
    }

    /// Sends a call that nobody waits for.
    ///
    /// @param told is told how it ended, at most once
    void trigger(ConnectorRoute route, CallText call, Consumer<Outcome> told) {
        call(route, call, told, false);
    }

    /// Counts the calls of this organization that nobody waits for and that have not ended.
    long triggered() {
        UUID organization = Tenant.current().organizationId();
        return waiting.values().stream()
                .filter(waiter ->
                        !waiter.isAwaited() && waiter.tenant().organizationId().equals(organization))
                .count();
    }

    private UUID call(ConnectorRoute route, CallText call, Consumer<Outcome> told, boolean isAwaited) {
        UUID id = BaseEntity.newId();
        waiting.put(id, new Waiting(Tenant.current(), route.nodeId(), call.deadline(), isAwaited, told));
        put(id, route, call);
        return id;
    }

    private void put(UUID id, ConnectorRoute route, CallText call) {
        transaction.executeWithoutResult(status -> {
            calls.put(id, route.connectionId(), node.id(), call);
            signals.send(new CallSignal(Kind.CALL, route.nodeId(), node.id(), id, route.connectionId()).text());
        });
    }

    /// Ends the waiting for a call. Its row is removed in a thread of its own, which nobody interrupts.
    void withdraw(UUID id) {
        Waiting withdrawn = waiting.remove(id);
        if (withdrawn != null) {
            inBackground(withdrawn.tenant(), () -> calls.delete(id));
        }
    }

    @Override
    public void receive(String text) {
        CallSignal signal = CallSignal.parse(text);
        if (signal == null || !signal.to().equals(node.id())) {
            return;
        }
        switch (signal.kind()) {
            case ANSWER -> collect(signal.callId());
            case LEFT -> end(signal.callId(), Outcome.LEFT);
            case GONE -> end(signal.callId(), new Outcome.Gone());
            case CROWDED -> end(signal.callId(), Outcome.CROWDED);
            case REFUSED -> end(signal.callId(), Outcome.REFUSED);
            case CALL -> {}
        }
    }

    private void collect(UUID id) {
        Waiting waiter = waiting.get(id);
        if (waiter != null) {
            inBackground(waiter.tenant(), () -> calls.collect(id).ifPresent(answer -> answered(id, answer)));
        }
    }

    private void answered(UUID id, String answer) {
        Waiting waiter = waiting.remove(id);
        if (waiter != null) {
            waiter.told().accept(new Outcome.Answered(ProgramFrame.parse(answer).body()));
        }
    }

    private void end(UUID id, Outcome outcome) {
        Waiting waiter = waiting.remove(id);
        if (waiter != null) {
            waiter.told().accept(outcome);
            inBackground(waiter.tenant(), () -> calls.delete(id));
        }
    }

    /// Ends the calls to nodes that died, and forgets those that nobody waits for and whose time is over.
    @Override
    public void living(Set<UUID> nodes) {
        long now = System.nanoTime();
        waiting.forEach((id, waiter) -> {
            if (!nodes.contains(waiter.nodeId())) {
                end(id, Outcome.LEFT);
            } else if (now - waiter.deadline() > 0) {
                withdraw(id);
            }
        });
    }

    @Override
    public void catchUp(Instant since) {
        waiting.keySet().forEach(this::collect);
    }

    private void inBackground(Tenant tenant, Runnable work) {
        Thread.ofVirtual().name("connector-answer").start(() -> {
            try {
                background.call(tenant, () -> {
                    work.run();
                    return tenant;
                });
            } catch (RuntimeException unreachable) {
                log.warn("The answer to a call could not be read: {}", LoggedFailure.words(unreachable));
            }
        });
    }

    /// Somebody who waits for an answer.
    private record Waiting(Tenant tenant, UUID nodeId, long deadline, boolean isAwaited, Consumer<Outcome> told) {}
}
