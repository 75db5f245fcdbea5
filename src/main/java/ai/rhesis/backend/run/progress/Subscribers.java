package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Shares;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The followers of runs on this node: a bounded number of each organization, and none once the node stops.
@Component
class Subscribers {

    private static final int MAX_STREAMS = 50;
    private static final int RETRY_SECONDS = 5;

    private final Shares seats = new Shares(MAX_STREAMS);
    private volatile boolean isClosed;

    /// @throws ProblemException 429 when there are too many
    Seat enter() {
        UUID organization = Tenant.current().organizationId();
        if (!seats.take(organization)) {
            throw Problem.tooMany(
                            MAX_STREAMS + " event streams of your organization are open here; close some.",
                            RETRY_SECONDS)
                    .exception();
        }
        return () -> seats.giveBack(organization);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        isClosed = true;
    }

    boolean isClosed() {
        return isClosed;
    }

    /// A place among the followers, until it is closed.
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }
}
