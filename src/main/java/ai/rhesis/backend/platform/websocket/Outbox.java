package ai.rhesis.backend.platform.websocket;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// The messages that wait to be sent to one client, in their order. Nobody who puts one waits for the client: it has a
/// bounded queue and, while there is something in it, a thread.
final class Outbox {

    static final int MAX_WAITING = 500;
    static final long MAX_CHARACTERS = 16_000_000;

    private final WebSocketSession socket;
    private final Queue<WebSocketMessage<?>> waiting = new ArrayDeque<>();
    private final Lock lock = new ReentrantLock();
    private long characters;
    private boolean isSending;
    private boolean isClosed;

    Outbox(WebSocketSession socket) {
        this.socket = socket;
    }

    /// Puts a message into the queue; false when the client has left too many unread.
    boolean put(WebSocketMessage<?> message) {
        lock.lock();
        try {
            if (isClosed) {
                return true;
            }
            if (isFull(message)) {
                return false;
            }
            waiting.add(message);
            characters += message.getPayloadLength();
            if (!isSending) {
                isSending = true;
                Thread.ofVirtual().name("socket-out").start(this::send);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(WebSocketMessage<?> message) {
        return !waiting.isEmpty()
                && (waiting.size() >= MAX_WAITING || characters + message.getPayloadLength() > MAX_CHARACTERS);
    }

    private void send() {
        try {
            for (WebSocketMessage<?> next = take(); next != null; next = take()) {
                socket.sendMessage(next);
            }
        } catch (IOException | IllegalStateException broken) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    private @Nullable WebSocketMessage<?> take() {
        lock.lock();
        try {
            WebSocketMessage<?> next = waiting.poll();
            isSending = next != null;
            characters -= next == null ? 0 : next.getPayloadLength();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /// Drops what waits and closes the connection, in a thread of its own: a client that reads nothing takes no closing
    /// either.
    Thread close(CloseStatus status) {
        lock.lock();
        try {
            isClosed = true;
            waiting.clear();
            characters = 0;
        } finally {
            lock.unlock();
        }
        return Thread.ofVirtual().name("socket-close").start(() -> {
            try {
                socket.close(status);
            } catch (IOException | IllegalStateException gone) {
                // the connection is gone, as it should be
            }
        });
    }
}
