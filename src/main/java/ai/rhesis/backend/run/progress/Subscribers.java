package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The followers of runs on this node: a bounded number of each organization, and none once the node stops.
@Component
class Subscribers {

    private static final int MAX_STREAMS = 50;
    private static final int RETRY_SECONDS = 5;

    private final Map<UUID, Integer> byOrganization = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    /// @throws ProblemException 429 when there are too many
    Seat enter() {
        UUID organization = Tenant.current().organizationId();
        int seats = byOrganization.merge(organization, 1, Integer::sum);
        Seat seat = () -> byOrganization.computeIfPresent(organization, (id, taken) -> taken == 1 ? null : taken - 1);
        if (seats > MAX_STREAMS) {
            seat.close();
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "%d event streams of your organization are open here; close some.".formatted(MAX_STREAMS))
                    .with(Problem.RETRY_AFTER, RETRY_SECONDS)
                    .exception();
        }
        return seat;
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
