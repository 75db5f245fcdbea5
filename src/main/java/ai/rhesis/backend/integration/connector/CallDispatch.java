package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The dispatch of calls to connections of this node, in memory, and of others.
@Component
class CallDispatch {

    private static final Logger log = LoggerFactory.getLogger(CallDispatch.class);
    private static final int MAX_ROUTES = 5;

    /// The most calls of an organization that nobody waits for: each is kept until it ends, with up to 1 MiB of inputs.
    static final int MAX_TRIGGERED = 100;

    private final ConnectorRoutes routes;
    private final Programs programs;
    private final RemoteCalls remote;

    CallDispatch(ConnectorRoutes routes, Programs programs, RemoteCalls remote) {
        this.routes = routes;
        this.programs = programs;
        this.remote = remote;
    }

    /// Calls the connection that is found, or the next one where that is gone, and waits for the answer.
    ///
    /// @throws CallException when there is no answer
    JsonNode call(RouteLookup lookup, CallText call, Duration timeout) {
        for (int tried = 0; tried < MAX_ROUTES; tried++) {
            ConnectorRoute route = lookup.find();
            switch (call(route, call, timeout)) {
                case Outcome.Answered answered -> {
                    return answered.frame();
                }
                case Outcome.Failed failed -> throw failed.exception();
                case Outcome.Gone gone -> routes.forget(route.connectionId());
            }
        }
        throw lookup.unconnected();
    }

    /// Calls the connection that is found, or the next one where that is gone, and waits for nothing.
    ///
    /// @throws CallException when there is none
    void send(RouteLookup lookup, CallText call) {
        Tenant tenant = Tenant.current();
        ConnectorRoute route = lookup.find();
        remote.trigger(route, call, outcome -> {
            if (outcome instanceof Outcome.Gone) {
                Thread.startVirtualThread(() -> tenant.call(() -> sendAgain(lookup, call, route)));
            }
        });
    }

    /// Tells whether an organization has as many calls that nobody waits for as this node keeps for it.
    boolean isFull() {
        return remote.triggered() >= MAX_TRIGGERED;
    }

    private RouteLookup sendAgain(RouteLookup lookup, CallText call, ConnectorRoute gone) {
        routes.forget(gone.connectionId());
        try {
            send(lookup, call);
        } catch (CallException noOther) {
            log.debug("A triggered call found no program", noOther);
        }
        return lookup;
    }

    private Outcome call(ConnectorRoute route, CallText call, Duration timeout) {
        ProgramConnection here = programs.find(route.connectionId());
        if (here != null) {
            return callHere(here, call, timeout);
        }
        return remote.isHere(route) ? new Outcome.Gone() : callThere(route, call, timeout);
    }

    private static Outcome callHere(ProgramConnection connection, CallText call, Duration timeout) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        try {
            connection.call(call, outcome::complete);
            return await(outcome, call, timeout);
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            return Outcome.CANCELLED;
        } finally {
            connection.cancel(call.callId());
        }
    }

    private Outcome callThere(ConnectorRoute route, CallText call, Duration timeout) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        UUID id = remote.call(route, call, outcome::complete);
        try {
            return await(outcome, call, timeout);
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            return Outcome.CANCELLED;
        } finally {
            remote.withdraw(id);
        }
    }

    private static Outcome await(CompletableFuture<Outcome> outcome, CallText call, Duration timeout)
            throws InterruptedException {
        try {
            return outcome.get(call.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return Outcome.late(timeout);
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }
}
