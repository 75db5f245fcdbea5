package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.websocket.Arrivals;
import ai.rhesis.backend.platform.websocket.ConnectionHandler;
import ai.rhesis.backend.platform.websocket.Wire;
import ai.rhesis.backend.platform.websocket.WireBounds;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// The beginning and the end of connections, and what arrives on them in between.
@Component
class SocketHandler extends ConnectionHandler<SocketConnection> {

    static final WireBounds BOUNDS = new WireBounds(10 * 1024 * 1024, 100, Duration.ofMinutes(1));

    private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);
    private static final CloseStatus REFUSED =
            CloseStatus.POLICY_VIOLATION.withReason("The token is unknown, used or expired; ask for another.");
    private static final CloseStatus FULL =
            CloseStatus.SERVICE_OVERLOAD.withReason("Too many connections are open here; close some.");

    private static final CloseStatus UNREADY = CloseStatus.SERVICE_OVERLOAD.withReason("Try again.");

    private final SocketTicketService tickets;
    private final OpenSockets sockets;
    private final SocketDispatch dispatch;
    private final JsonMapper json;

    SocketHandler(
            SocketTicketService tickets,
            OpenSockets sockets,
            SocketDispatch dispatch,
            Arrivals arrivals,
            JsonMapper json) {
        super(arrivals, BOUNDS);
        this.tickets = tickets;
        this.sockets = sockets;
        this.dispatch = dispatch;
        this.json = json;
    }

    @Override
    protected @Nullable SocketConnection open(WebSocketSession socket, Wire wire) throws IOException {
        try {
            return open(socket, wire, tickets.redeem(socket.getUri()));
        } catch (ProblemException nobody) {
            socket.close(REFUSED);
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("A connection could not be opened: {}", LoggedFailure.words(unreachable));
            socket.close(UNREADY);
        }
        return null;
    }

    private @Nullable SocketConnection open(WebSocketSession socket, Wire wire, Caller caller) throws IOException {
        if (caller.organizationId() == null || caller.session() == null) {
            socket.close(REFUSED);
            return null;
        }
        Tenant tenant = new Tenant(caller.organizationId(), caller.userId());
        SocketConnection connection = new SocketConnection(wire, caller.session(), tenant, json);
        if (!sockets.add(connection)) {
            socket.close(FULL);
            return null;
        }
        sockets.follow(connection, new Channel("user", tenant.userId()));
        connection.send(Frame.of("connected", greeting(connection)));
        return connection;
    }

    private static Map<String, Object> greeting(SocketConnection connection) {
        Map<String, Object> greeting = new LinkedHashMap<>();
        greeting.put("connection_id", connection.id());
        greeting.put("user_id", connection.tenant().userId());
        greeting.put("org_id", connection.tenant().organizationId());
        return greeting;
    }

    @Override
    protected void read(SocketConnection connection, String message) {
        dispatch.dispatch(connection, message);
    }

    @Override
    protected void refuse(SocketConnection connection, String reason, String head) {
        connection.send(Frame.error(reason, null));
    }

    @Override
    protected void closed(SocketConnection connection) {
        sockets.remove(connection);
    }
}
