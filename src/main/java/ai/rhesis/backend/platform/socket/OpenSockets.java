package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.security.SessionHolders;
import ai.rhesis.backend.platform.websocket.ConnectionGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// The connections of this node and the channels that each of them follows, within its organization.
@Component
class OpenSockets implements ConnectionGroup<SocketConnection> {

    static final int MAX_OF_USER = 50;
    static final int MAX_OF_ORGANIZATION = 500;
    static final int MAX_CHANNELS = 200;

    private final SessionHolders holders;
    private final Set<SocketConnection> all = new HashSet<>();
    private final Map<Address, Set<SocketConnection>> followers = new HashMap<>();
    private boolean isClosed;

    OpenSockets(SessionHolders holders) {
        this.holders = holders;
    }

    /// Takes a connection in; false when its user or organization has too many, or when this node stops.
    synchronized boolean add(SocketConnection connection) {
        UUID organization = connection.tenant().organizationId();
        UUID user = connection.tenant().userId();
        List<SocketConnection> others = all.stream()
                .filter(other -> other.tenant().organizationId().equals(organization))
                .toList();
        long own = others.stream()
                .filter(other -> other.tenant().userId().equals(user))
                .count();
        return !isClosed && others.size() < MAX_OF_ORGANIZATION && own < MAX_OF_USER && all.add(connection);
    }

    synchronized void remove(SocketConnection connection) {
        all.remove(connection);
        List.copyOf(connection.channels()).forEach(channel -> unfollow(connection, channel));
    }

    /// Lets a connection follow a channel; false when it follows too many, or is gone.
    synchronized boolean follow(SocketConnection connection, Channel channel) {
        if (!all.contains(connection) || connection.channels().size() >= MAX_CHANNELS) {
            return connection.channels().contains(channel);
        }
        connection.channels().add(channel);
        followers
                .computeIfAbsent(Address.of(connection, channel), address -> new HashSet<>())
                .add(connection);
        return true;
    }

    synchronized void unfollow(SocketConnection connection, Channel channel) {
        connection.channels().remove(channel);
        followers.computeIfPresent(Address.of(connection, channel), (address, connections) -> {
            connections.remove(connection);
            return connections.isEmpty() ? null : connections;
        });
    }

    synchronized List<SocketConnection> followers(Address address) {
        return List.copyOf(followers.getOrDefault(address, Set.of()));
    }

    synchronized List<Address> followed() {
        return List.copyOf(followers.keySet());
    }

    @Override
    public synchronized List<SocketConnection> all() {
        return List.copyOf(all);
    }

    @Override
    public synchronized List<SocketConnection> close() {
        isClosed = true;
        return List.copyOf(all);
    }

    /// Looks once at each session: at those who only listen, too, as the rights of each message are read anew.
    @Override
    public Predicate<SocketConnection> ending() {
        Map<Session, Optional<Caller>> callers = new HashMap<>();
        return connection -> callers.computeIfAbsent(connection.session(), this::holder)
                .filter(caller -> connection.tenant().organizationId().equals(caller.organizationId()))
                .isEmpty();
    }

    private Optional<Caller> holder(Session session) {
        try {
            return Optional.of(holders.require(session));
        } catch (ProblemException nobody) {
            return Optional.empty();
        }
    }

    /// A channel of an organization.
    record Address(UUID organizationId, Channel channel) {

        static Address of(SocketConnection connection, Channel channel) {
            return new Address(connection.tenant().organizationId(), channel);
        }
    }
}
