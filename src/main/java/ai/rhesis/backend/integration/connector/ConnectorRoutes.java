package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.node.NodeWatcher;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The routes to the connections of all nodes. Of one project and environment the newest is called, and when it leaves,
/// the newest of the others.
@Component
class ConnectorRoutes implements NodeWatcher {

    private static final Logger log = LoggerFactory.getLogger(ConnectorRoutes.class);

    private final ConnectorRouteQueries routes;
    private final Programs programs;
    private final TransactionTemplate transaction;

    ConnectorRoutes(ConnectorRouteQueries routes, Programs programs, TransactionTemplate transaction) {
        this.routes = routes;
        this.programs = programs;
        this.transaction = transaction;
    }

    /// Writes what a connection of this node registered.
    ///
    /// @return whether it is the one that is called
    boolean put(ProgramConnection connection, Registration registration) {
        ProgramConnection.Registered counted = connection.count(registration);
        boolean isNewest = transaction.execute(status -> {
            routes.clear();
            routes.put(connection, counted);
            return isNewest(connection, registration.service());
        });
        connection.registered(counted);
        forgetIfClosed(connection);
        return isNewest;
    }

    private boolean isNewest(ProgramConnection connection, @Nullable SdkService service) {
        return service == null
                || routes.newest(service)
                        .map(ConnectorRoute::connectionId)
                        .filter(connection.id()::equals)
                        .isPresent();
    }

    /// Writes again what was written before, unless something newer is there.
    void restore(ProgramConnection connection, ProgramConnection.Registered written) {
        transaction.executeWithoutResult(status -> routes.put(connection, written));
        forgetIfClosed(connection);
    }

    private void forgetIfClosed(ProgramConnection connection) {
        if (connection.isClosed()) {
            forget(connection.id());
        }
    }

    Optional<ConnectorRoute> newest(SdkService service) {
        return transaction.execute(status -> routes.newest(service));
    }

    Optional<ConnectorRoute> withMetric(String metric, @Nullable UUID projectId) {
        return transaction.execute(status -> routes.withMetric(metric, projectId));
    }

    /// Reads the functions of a connection, as JSON.
    Optional<String> functions(UUID connectionId) {
        return transaction.execute(status -> routes.functions(connectionId));
    }

    /// Forgets a connection of which its node knows nothing.
    void forget(UUID connectionId) {
        transaction.executeWithoutResult(status -> routes.delete(connectionId));
    }

    /// Forgets a connection of this node that is closed. Where that fails, those who find its route forget it.
    void remove(ProgramConnection connection) {
        if (connection.registered() != null) {
            within(connection, () -> forget(connection.id()));
        }
    }

    /// Writes all routes of this node anew, one after the other: many at once would keep requests from the database.
    @Override
    public void forgotten() {
        List<ProgramConnection> all = programs.all();
        Thread.ofVirtual().name("connector-routes").start(() -> all.forEach(this::restore));
    }

    private void restore(ProgramConnection connection) {
        ProgramConnection.Registered latest = connection.registered();
        if (latest != null) {
            within(connection, () -> restore(connection, latest));
        }
    }

    private static void within(ProgramConnection connection, Runnable work) {
        try {
            connection.tenant().call(() -> {
                work.run();
                return connection;
            });
        } catch (NotAMemberException | UnknownProjectException outside) {
            log.debug("The holder of the connection {} is gone", connection.id());
        } catch (RuntimeException unreachable) {
            log.warn("The route of a connection could not be written: {}", LoggedFailure.words(unreachable));
        }
    }
}
