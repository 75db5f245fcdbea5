package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Bearer;
import ai.rhesis.backend.platform.security.BearerHolders;
import ai.rhesis.backend.platform.security.BearerToken;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.websocket.Arrivals;
import ai.rhesis.backend.platform.websocket.ConnectionHandler;
import ai.rhesis.backend.platform.websocket.OpenConnection;
import ai.rhesis.backend.platform.websocket.Wire;
import ai.rhesis.backend.platform.websocket.WireBounds;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// The beginning and the end of programs' connections, and what arrives on them in between.
///
/// A program never comes back after a close with 1002, 1003, 1007 to 1011 or a refused handshake. So only one that has
/// lost its right is closed with such a code.
@Component
class ConnectorHandler extends ConnectionHandler<ProgramConnection> {

    static final WireBounds BOUNDS = new WireBounds(1024 * 1024, 50, Duration.ofSeconds(1));

    private static final CloseStatus FULL =
            CloseStatus.SERVICE_OVERLOAD.withReason("Too many programs of your organization are connected here.");

    private final BearerHolders holders;
    private final Programs programs;
    private final ProgramDispatch dispatch;
    private final ConnectorRoutes routes;
    private final JsonMapper json;

    ConnectorHandler(
            BearerHolders holders,
            Programs programs,
            ProgramDispatch dispatch,
            ConnectorRoutes routes,
            Arrivals arrivals,
            JsonMapper json) {
        super(arrivals, BOUNDS);
        this.holders = holders;
        this.programs = programs;
        this.dispatch = dispatch;
        this.routes = routes;
        this.json = json;
    }

    /// Opens the connection of a handshake that the filters let through, as they do any other request.
    @Override
    protected @Nullable ProgramConnection open(WebSocketSession socket, Wire wire) throws IOException {
        try {
            String header = socket.getHandshakeHeaders().getFirst(HttpHeaders.AUTHORIZATION);
            Bearer bearer = holders.read(String.valueOf(BearerToken.of(header)));
            return open(wire, bearer, holders.require(bearer));
        } catch (ProblemException endedMeanwhile) {
            wire.close(OpenConnection.ENDED);
            return null;
        }
    }

    private @Nullable ProgramConnection open(Wire wire, Bearer bearer, Caller caller) {
        if (caller.organizationId() == null) {
            wire.close(OpenConnection.ENDED);
            return null;
        }
        Tenant tenant = new Tenant(caller.organizationId(), caller.userId(), caller.projectId());
        ProgramConnection connection = new ProgramConnection(wire, bearer, tenant, json);
        if (!programs.add(connection)) {
            wire.close(FULL);
            return null;
        }
        connection.send(
                new ServerFrame.Connected("success", connection.id(), tenant.organizationId(), tenant.userId()));
        return connection;
    }

    @Override
    protected void read(ProgramConnection connection, String message) {
        dispatch.dispatch(connection, message);
    }

    @Override
    protected void refuse(ProgramConnection connection, String reason, String head) {
        dispatch.refuse(connection, reason, head);
    }

    @Override
    protected void closed(ProgramConnection connection) {
        programs.remove(connection);
        connection.closed();
        Thread.ofVirtual().name("connector-left").start(() -> routes.remove(connection));
    }
}
