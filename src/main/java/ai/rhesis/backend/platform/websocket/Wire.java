package ai.rhesis.backend.platform.websocket;

import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// The web socket below one connection: what arrives on it, and what is sent without waiting for the client.
public final class Wire {

    private static final CloseStatus TOO_SLOW = CloseStatus.SERVICE_OVERLOAD.withReason("You read too slowly.");
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final MessageAssembly assembly;
    private final MessageRate rate;
    private final Semaphore extra = new Semaphore(0);
    private volatile long heardAt = System.nanoTime();

    Wire(WebSocketSession socket, Arrivals arrivals, WireBounds bounds) {
        outbox = new Outbox(socket);
        assembly = new MessageAssembly(arrivals, bounds.maxCharacters());
        rate = new MessageRate(bounds.maxMessages(), bounds.span());
        boundSending(socket);
    }

    private static void boundSending(WebSocketSession socket) {
        if (socket instanceof NativeWebSocketSession container) {
            Session session = Objects.requireNonNull(container.getNativeSession(Session.class));
            session.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, SEND_TIMEOUT.toMillis());
        }
    }

    /// Sends a text. A client that has left too many unread loses its connection.
    public void send(String text) {
        put(new TextMessage(text));
    }

    void ping() {
        put(new PingMessage());
    }

    private void put(WebSocketMessage<?> message) {
        if (!outbox.put(message)) {
            close(TOO_SLOW);
        }
    }

    /// Lets the client send one message beyond its rate, which it was asked for.
    public void expect() {
        extra.release();
    }

    /// Adds a piece of a message.
    ///
    /// @return the whole message, whose room its reader gives back; null when it goes on
    /// @throws RefusedMessageException at the end of one that was thrown away
    @Nullable
    String add(String piece, boolean isLast) {
        return assembly.add(piece, isLast);
    }

    boolean admits() {
        return rate.admits(System.nanoTime()) || extra.tryAcquire();
    }

    /// Notes a sign of life of the client.
    void heard() {
        heardAt = System.nanoTime();
    }

    long silentNanos() {
        return System.nanoTime() - heardAt;
    }

    /// Closes the connection and drops what waits to be sent.
    ///
    /// @return the thread that says goodbye, as long as the client lets it
    public Thread close(CloseStatus status) {
        return outbox.close(status);
    }

    /// Gives back what a message took that will not be complete.
    void discard() {
        assembly.discard();
    }
}
