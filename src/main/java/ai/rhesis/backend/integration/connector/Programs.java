package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Bearer;
import ai.rhesis.backend.platform.security.BearerHolders;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.websocket.ConnectionGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The programs that are connected to this node.
@Component
class Programs implements ConnectionGroup<ProgramConnection> {

    static final int MAX_OF_ORGANIZATION = 500;

    private final BearerHolders holders;
    private final Map<UUID, ProgramConnection> connections = new HashMap<>();
    private boolean isClosed;

    Programs(BearerHolders holders) {
        this.holders = holders;
    }

    /// Takes a connection in; false when its organization has too many, or when this node stops.
    synchronized boolean add(ProgramConnection connection) {
        UUID organization = connection.tenant().organizationId();
        long others = connections.values().stream()
                .filter(other -> other.tenant().organizationId().equals(organization))
                .count();
        if (isClosed || others >= MAX_OF_ORGANIZATION) {
            return false;
        }
        connections.put(connection.id(), connection);
        return true;
    }

    synchronized void remove(ProgramConnection connection) {
        connections.remove(connection.id());
    }

    synchronized @Nullable ProgramConnection find(UUID id) {
        return connections.get(id);
    }

    @Override
    public synchronized List<ProgramConnection> all() {
        return List.copyOf(connections.values());
    }

    @Override
    public synchronized List<ProgramConnection> close() {
        isClosed = true;
        return List.copyOf(connections.values());
    }

    @Override
    public Predicate<ProgramConnection> ending() {
        Map<Bearer, Optional<Caller>> callers = new HashMap<>();
        return connection -> callers.computeIfAbsent(connection.bearer(), this::holder)
                .filter(caller -> connection.tenant().organizationId().equals(caller.organizationId()))
                .isEmpty();
    }

    private Optional<Caller> holder(Bearer bearer) {
        try {
            return Optional.of(holders.require(bearer));
        } catch (ProblemException nobody) {
            return Optional.empty();
        }
    }
}
