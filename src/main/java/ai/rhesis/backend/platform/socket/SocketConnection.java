package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// The connection of one client.
final class SocketConnection {

    static final CloseStatus ENDED = CloseStatus.POLICY_VIOLATION.withReason("Your session has ended.");

    /// The most messages of a connection that features work on at a time.
    static final int MAX_AT_WORK = 4;

    private static final int MAX_TOLD = 256;
    private static final CloseStatus TOO_SLOW = CloseStatus.SERVICE_OVERLOAD.withReason("You read too slowly.");

    private final UUID id = UUID.randomUUID();
    private final Session session;
    private final Tenant tenant;
    private final Outbox outbox;
    private final JsonMapper json;
    private final MessageAssembly assembly;
    private final MessageRate rate = new MessageRate();
    private final Semaphore atWork = new Semaphore(MAX_AT_WORK);
    private final LinkedHashSet<UUID> told = new LinkedHashSet<>();
    private final Set<Channel> channels = new HashSet<>();
    private volatile long heardAt = System.nanoTime();

    SocketConnection(
            WebSocketSession socket, Session session, Tenant tenant, MessageAssembly assembly, JsonMapper json) {
        this.session = session;
        this.tenant = tenant;
        this.assembly = assembly;
        this.json = json;
        this.outbox = new Outbox(socket);
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

    MessageAssembly assembly() {
        return assembly;
    }

    MessageRate rate() {
        return rate;
    }

    Semaphore atWork() {
        return atWork;
    }

    /// Returns the channels that it follows; [OpenSockets] alone changes them.
    Set<Channel> channels() {
        return channels;
    }

    /// Notes a sign of life of the client.
    void heard() {
        heardAt = System.nanoTime();
    }

    long silentNanos() {
        return System.nanoTime() - heardAt;
    }

    void ping() {
        put(new PingMessage());
    }

    /// Sends a message, unless it tells again what this client was told.
    void send(Frame frame) {
        if (frame.subject() == null || isNew(frame.subject())) {
            put(new TextMessage(json.writeValueAsString(frame)));
        }
    }

    private void put(WebSocketMessage<?> message) {
        if (!outbox.put(message)) {
            close(TOO_SLOW);
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

    Thread close(CloseStatus status) {
        return outbox.close(status);
    }
}
