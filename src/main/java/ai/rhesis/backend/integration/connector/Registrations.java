package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.BearerHolders;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import ai.rhesis.backend.platform.websocket.FrameException;
import ai.rhesis.backend.platform.websocket.OpenConnection;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The registrations of programs, each answered with what it changed.
@Component
class Registrations {

    private static final Logger log = LoggerFactory.getLogger(Registrations.class);

    private final BearerHolders holders;
    private final ConnectorRoutes routes;
    private final Synchronization synchronization;

    Registrations(BearerHolders holders, ConnectorRoutes routes, Synchronization synchronization) {
        this.holders = holders;
        this.routes = routes;
        this.synchronization = synchronization;
    }

    /// Registers in a thread of its own. A program that registers again meanwhile is answered once for both.
    ///
    /// @param release gives back the room of the frame
    void put(ProgramConnection connection, JsonNode frame, Runnable release) {
        connection.registrations().put(new LatestWork.Work() {

            @Override
            public void run() {
                try {
                    register(connection, frame);
                } finally {
                    release.run();
                }
            }

            @Override
            public void drop() {
                release.run();
            }
        });
    }

    private void register(ProgramConnection connection, JsonNode frame) {
        try {
            connection.send(
                    register(connection, new RegisterFrame(frame).read(), holders.require(connection.bearer())));
        } catch (FrameException refused) {
            connection.send(ServerFrame.Registered.refused(String.valueOf(refused.getMessage())));
        } catch (ProblemException | NotAMemberException outside) {
            connection.wire().close(OpenConnection.ENDED);
        } catch (UnknownProjectException foreign) {
            connection.send(ServerFrame.Registered.refused("There is no project with this project_id in the "
                    + "organization of your token, or it was deleted."));
        } catch (RuntimeException failure) {
            log.warn("A program could not register", LoggedFailure.of(failure));
            connection.send(ServerFrame.Registered.refused("The service can't register this now; connect again."));
        }
    }

    private ServerFrame register(ProgramConnection connection, Registration registration, Caller caller) {
        if (!caller.mayWrite()) {
            return ServerFrame.Registered.refused("Your token may only read, so it can't register anything.");
        }
        UUID own = caller.projectId();
        if (own != null && registration.projectId() != null && !own.equals(registration.projectId())) {
            return ServerFrame.Registered.refused("This token is of another project than project_id.");
        }
        Registration placed = registration.in(own);
        Tenant tenant = new Tenant(
                connection.tenant().organizationId(), connection.tenant().userId(), placed.projectId());
        return tenant.<ServerFrame, RuntimeException>call(() -> {
            boolean isNewest = routes.put(connection, placed);
            return ServerFrame.Registered.done(synchronization.stats(placed, isNewest));
        });
    }
}
