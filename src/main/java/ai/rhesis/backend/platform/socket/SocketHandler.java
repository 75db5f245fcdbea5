package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.persistence.LoggedFailure;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.tenancy.Tenant;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/// The beginning and the end of connections, and what arrives on them in between.
@Component
class SocketHandler extends AbstractWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);
    private static final String CONNECTION = "connection";
    private static final CloseStatus REFUSED =
            CloseStatus.POLICY_VIOLATION.withReason("The token is unknown, used or expired; ask for another.");
    private static final CloseStatus FULL =
            CloseStatus.SERVICE_OVERLOAD.withReason("Too many connections are open here; close some.");

    private static final CloseStatus UNREADY = CloseStatus.SERVICE_OVERLOAD.withReason("Try again.");
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

    private final SocketTicketService tickets;
    private final OpenSockets sockets;
    private final SocketDispatch dispatch;
    private final Arrivals arrivals;
    private final JsonMapper json;

    SocketHandler(
            SocketTicketService tickets,
            OpenSockets sockets,
            SocketDispatch dispatch,
            Arrivals arrivals,
            JsonMapper json) {
        this.tickets = tickets;
        this.sockets = sockets;
        this.dispatch = dispatch;
        this.arrivals = arrivals;
        this.json = json;
    }

    /// Asks for messages in pieces, which can be thrown away when they get too large.
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
        boundSending(socket);
        try {
            open(socket, tickets.redeem(socket.getUri()));
        } catch (ProblemException nobody) {
            socket.close(REFUSED);
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("A connection could not be opened: {}", LoggedFailure.words(unreachable));
            socket.close(UNREADY);
        }
    }

    private static void boundSending(WebSocketSession socket) {
        if (socket instanceof NativeWebSocketSession container) {
            Session session = Objects.requireNonNull(container.getNativeSession(Session.class));
            session.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, SEND_TIMEOUT.toMillis());
        }
    }

    private void open(WebSocketSession socket, Caller caller) throws IOException {
        if (caller.organizationId() == null || caller.session() == null) {
            socket.close(REFUSED);
            return;
        }
        Tenant tenant = new Tenant(caller.organizationId(), caller.userId());
        SocketConnection connection =
                new SocketConnection(socket, caller.session(), tenant, new MessageAssembly(arrivals), json);
        if (!sockets.add(connection)) {
            socket.close(FULL);
            return;
        }
        socket.getAttributes().put(CONNECTION, connection);
        sockets.follow(connection, new Channel("user", tenant.userId()));
        connection.send(Frame.of("connected", greeting(connection)));
    }

    private static Map<String, Object> greeting(SocketConnection connection) {
        Map<String, Object> greeting = new LinkedHashMap<>();
        greeting.put("connection_id", connection.id());
        greeting.put("user_id", connection.tenant().userId());
        greeting.put("org_id", connection.tenant().organizationId());
        return greeting;
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage piece) {
        SocketConnection connection = connection(socket);
        if (connection == null) {
            return;
        }
        connection.heard();
        boolean isAdmitted = !piece.isLast() || connection.rate().admits(System.nanoTime());
        try {
            String message = connection.assembly().add(piece.getPayload(), piece.isLast());
            if (message != null && !isAdmitted) {
                arrivals.giveBack(message.length());
                throw new FrameException("At most " + MessageRate.MAX_PER_MINUTE + " messages are taken in a minute.");
            }
            if (message != null) {
                dispatch.dispatch(connection, message);
            }
        } catch (FrameException refused) {
            connection.send(Frame.error(String.valueOf(refused.getMessage()), null));
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage piece) {
        SocketConnection connection = connection(socket);
        if (connection != null && piece.isLast()) {
            connection.heard();
            connection.send(Frame.error("Messages are text.", null));
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage pong) {
        SocketConnection connection = connection(socket);
        if (connection != null) {
            connection.heard();
        }
    }

    /// Leaves out of the log that a connection broke: it closes by itself, and clients leave.
    @Override
    public void handleTransportError(WebSocketSession socket, Throwable broken) {
        log.debug("A connection broke", broken);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        SocketConnection connection = connection(socket);
        if (connection != null) {
            sockets.remove(connection);
            connection.assembly().discard();
            connection.close(status);
        }
    }

    private static @Nullable SocketConnection connection(WebSocketSession socket) {
        return (SocketConnection) socket.getAttributes().get(CONNECTION);
    }
}
