package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.websocket.OpenConnection;
import ai.rhesis.backend.platform.websocket.Wire;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.json.JsonMapper;

/// The connection of one client.
final class SocketConnection implements OpenConnection {

    /// The most messages of a connection that features work on at a time.
    static final int MAX_AT_WORK = 4;

    private static final int MAX_TOLD = 256;

    private final UUID id = UUID.randomUUID();
    private final Session session;
    private final Tenant tenant;
    private final Wire wire;
    private final JsonMapper json;
    private final Semaphore atWork = new Semaphore(MAX_AT_WORK);
    private final LinkedHashSet<UUID> told = new LinkedHashSet<>();
    private final Set<Channel> channels = new HashSet<>();

    SocketConnection(Wire wire, Session session, Tenant tenant, JsonMapper json) {
        this.wire = wire;
        this.session = session;
        this.tenant = tenant;
        this.json = json;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    UUID id() {
        return id;
    }

    Session session() {
        return session;
    }

    Tenant tenant() {
        return tenant;
    }

    Semaphore atWork() {
        return atWork;
    }

    /// Returns the channels that it follows; [OpenSockets] alone changes them.
    Set<Channel> channels() {
        return channels;
    }

    /// Sends a message, unless it tells again what this client was told.
    void send(Frame frame) {
        if (frame.subject() == null || isNew(frame.subject())) {
            wire.send(json.writeValueAsString(frame));
        }
    }

    private boolean isNew(UUID subject) {
        synchronized (told) {
            if (told.size() >= MAX_TOLD) {
                told.removeFirst();
            }
            return told.add(subject);
        }
    }

    void close(CloseStatus status) {
        wire.close(status);
    }
}
