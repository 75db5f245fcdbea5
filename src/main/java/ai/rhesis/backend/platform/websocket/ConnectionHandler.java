package ai.rhesis.backend.platform.websocket;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// The arriving side of a route of web sockets. Messages are put together and held to their bounds; what is
/// refused is answered with an error, and the connection stays.
///
/// @param <C> the connections of the route
public abstract class ConnectionHandler<C extends OpenConnection> extends AbstractWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(ConnectionHandler.class);
    private static final String CONNECTION = "connection";
    private static final CloseStatus UNREADY = CloseStatus.SERVICE_OVERLOAD.withReason("Try again.");

    private final Arrivals arrivals;
    private final WireBounds bounds;

    protected ConnectionHandler(Arrivals arrivals, WireBounds bounds) {
        this.arrivals = arrivals;
        this.bounds = bounds;
    }

    /// Opens a connection.
    ///
    /// @return null when it was closed instead
    protected abstract @Nullable C open(WebSocketSession socket, Wire wire) throws IOException;

    /// Reads a whole message, and gives its room back when that is done.
    protected abstract void read(C connection, String message);

    /// Tells the client that a message was refused.
    ///
    /// @param head the message, or its beginning; empty when it was no text
    protected abstract void refuse(C connection, String reason, String head);

    /// Takes note that a connection is closed.
    protected abstract void closed(C connection);

    /// Asks for messages in pieces, which can be thrown away when they get too large.
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
        try {
            C connection = open(socket, new Wire(socket, arrivals, bounds));
            if (connection != null) {
                socket.getAttributes().put(CONNECTION, connection);
            }
        } catch (RuntimeException failure) {
            log.warn("A connection could not be opened", LoggedFailure.of(failure));
            socket.close(UNREADY);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage piece) {
        C connection = connection(socket);
        if (connection == null) {
            return;
        }
        Wire wire = connection.wire();
        wire.heard();
        boolean isAdmitted = !piece.isLast() || wire.admits();
        try {
            String message = wire.add(piece.getPayload(), piece.isLast());
            if (message != null && isAdmitted) {
                read(connection, message);
            } else if (message != null) {
                arrivals.giveBack(message.length());
                refuse(connection, tooMany(), message);
            }
        } catch (RefusedMessageException refused) {
            refuse(connection, String.valueOf(refused.getMessage()), refused.head());
        } catch (RuntimeException bug) {
            // the framework would close the connection for good
            log.warn("A message could not be read", LoggedFailure.of(bug));
            refuse(connection, "The service can't answer this now.", "");
        }
    }

    private String tooMany() {
        long seconds = bounds.span().toSeconds();
        return "At most " + bounds.maxMessages() + " messages are taken in "
                + (seconds == 1 ? "a second." : seconds == 60 ? "a minute." : seconds + " seconds.");
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage piece) {
        C connection = connection(socket);
        if (connection != null && piece.isLast()) {
            connection.wire().heard();
            refuse(connection, "Messages are text.", "");
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage pong) {
        C connection = connection(socket);
        if (connection != null) {
            connection.wire().heard();
        }
    }

    /// Leaves out of the log that a connection broke: it closes by itself, and clients leave.
    @Override
    public void handleTransportError(WebSocketSession socket, Throwable broken) {
        log.debug("A connection broke", broken);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        C connection = connection(socket);
        if (connection != null) {
            closed(connection);
            connection.wire().discard();
            connection.wire().close(status);
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable C connection(WebSocketSession socket) {
        return (C) socket.getAttributes().get(CONNECTION);
    }
}
