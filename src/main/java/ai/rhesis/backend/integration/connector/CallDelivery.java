package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.integration.connector.CallSignal.Kind;
import ai.rhesis.backend.integration.connector.ConnectorCallQueries.Taken;
import ai.rhesis.backend.platform.node.Node;
import ai.rhesis.backend.platform.node.NodeWatcher;
import ai.rhesis.backend.platform.node.SignalQueries;
import ai.rhesis.backend.platform.node.SignalReceiver;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The delivery of other nodes' calls to the connections of this one. A call is read, and its answer written, as the
/// tenant of the connection, so that no connection gets one of another organization.
@Component
class CallDelivery implements SignalReceiver, NodeWatcher {

    private static final Logger log = LoggerFactory.getLogger(CallDelivery.class);

    private final Programs programs;
    private final ConnectorCallQueries calls;
    private final SignalQueries signals;
    private final Node node;
    private final CallTransactions transactions;

    CallDelivery(
            Programs programs,
            ConnectorCallQueries calls,
            SignalQueries signals,
            Node node,
            CallTransactions transactions) {
        this.programs = programs;
        this.calls = calls;
        this.signals = signals;
        this.node = node;
        this.transactions = transactions;
    }

    @Override
    public void receive(String text) {
        CallSignal signal = CallSignal.parse(text);
        if (signal == null || signal.kind() != Kind.CALL || !signal.to().equals(node.id())) {
            return;
        }
        ProgramConnection connection = programs.find(signal.connectionId());
        if (connection == null) {
            inBackground(() -> tell(Kind.GONE, signal.from(), signal.callId(), signal.connectionId()));
        } else {
            inBackground(() -> deliver(connection, signal.callId()));
        }
    }

    /// Looks for the calls whose signals were lost.
    @Override
    public void catchUp(Instant since) {
        programs.all()
                .forEach(connection -> inBackground(() -> {
                    List<UUID> waiting = within(connection, () -> calls.waiting(connection.id()));
                    waiting.forEach(id -> inBackground(() -> deliver(connection, id)));
                }));
    }

    /// Forgets the calls that other nodes have given up.
    @Override
    public void living(Set<UUID> nodes) {
        programs.all().forEach(ProgramConnection::forgetLate);
    }

    private void deliver(ProgramConnection connection, UUID id) throws InterruptedException {
        Optional<Taken> taken = within(connection, () -> calls.take(id, connection.id()));
        if (taken.isPresent()) {
            UUID caller = taken.get().callerNode();
            connection.call(taken.get().call(), outcome -> inBackground(() -> ended(connection, id, caller, outcome)));
        }
    }

    private void ended(ProgramConnection connection, UUID id, UUID caller, Outcome outcome) {
        String answer =
                outcome instanceof Outcome.Answered answered ? answered.frame().toString() : "";
        if (answer.length() > ConnectorCallQueries.MAX_ANSWER) {
            // parsed and written again, a number may become longer: 1e6 becomes 1000000
            tell(Kind.REFUSED, caller, id, connection.id());
        } else if (outcome instanceof Outcome.Answered) {
            answer(connection, id, caller, answer);
        } else {
            tell(kindOf(outcome), caller, id, connection.id());
        }
    }

    private void answer(ProgramConnection connection, UUID id, UUID caller, String answer) {
        within(connection, () -> {
            boolean isAwaited = calls.answer(id, connection.id(), answer);
            if (isAwaited) {
                signals.send(new CallSignal(Kind.ANSWER, caller, node.id(), id, connection.id()).text());
            }
            return isAwaited;
        });
    }

    private static Kind kindOf(Outcome outcome) {
        if (outcome instanceof Outcome.Gone) {
            return Kind.GONE;
        }
        return outcome == Outcome.CROWDED ? Kind.CROWDED : outcome == Outcome.REFUSED ? Kind.REFUSED : Kind.LEFT;
    }

    private void tell(Kind kind, UUID caller, UUID id, UUID connectionId) {
        CallSignal signal = new CallSignal(kind, caller, node.id(), id, connectionId);
        transactions.call(() -> {
            signals.send(signal.text());
            return signal;
        });
    }

    private <T> T within(ProgramConnection connection, Supplier<T> work) {
        return transactions.call(connection.tenant(), work);
    }

    private static void inBackground(Work work) {
        Thread.ofVirtual().name("connector-call").start(() -> {
            try {
                work.run();
            } catch (NotAMemberException | InterruptedException outside) {
                log.debug("A call was not delivered", outside);
            } catch (RuntimeException unreachable) {
                log.warn("A call could not be delivered or answered: {}", LoggedFailure.words(unreachable));
            }
        });
    }

    /// A piece of work that may wait.
    private interface Work {

        void run() throws InterruptedException;
    }
}
