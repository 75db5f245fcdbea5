package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.queue.Ticket;
import ai.rhesis.backend.platform.queue.TicketWorker;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.run.start.RunTickets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The runs that this node works on. A ticket is good for a whole run: its node works on it until it ends. A
/// second ticket of the same run waits for another node, longer each time.
@Component
class RunTicketHandler implements TicketWorker {

    private static final Logger log = LoggerFactory.getLogger(RunTicketHandler.class);
    private static final Duration UNTIL_READMITTED = Duration.ofMinutes(10);
    private static final int MAX_WAITS_OUTSIDE = 6 * 24;

    private final RunStore store;
    private final TestExecutors executors;
    private final Set<UUID> runs = ConcurrentHashMap.newKeySet();

    RunTicketHandler(RunStore store, TestExecutors executors) {
        this.store = store;
        this.executors = executors;
    }

    @Override
    public String kind() {
        return RunTickets.KIND;
    }

    @Override
    public Outcome work(Ticket ticket, BooleanSupplier stopping) {
        if (!runs.add(ticket.subjectId())) {
            return Outcome.after(ticket.pause());
        }
        try {
            return ticket.tenant().call(() -> ComputePool.inBackground(() -> worker(ticket, stopping)));
        } catch (NotAMemberException outside) {
            return outside(ticket);
        } finally {
            runs.remove(ticket.subjectId());
        }
    }

    private Outcome worker(Ticket ticket, BooleanSupplier stopping) {
        RunStore.Work work = store.open(ticket.subjectId()).orElse(null);
        if (work == null) {
            return Outcome.DONE;
        }
        new RunWorker(work, store, executors, new TenantThreads(ticket.tenant())).run(stopping);
        return stopping.getAsBoolean() ? Outcome.HANDED_BACK : Outcome.DONE;
    }

    /// Handles a user or organization that was deactivated. Nobody may write the run's row in their name, so
    /// it stays as it is, and goes on if they are let in again within a day; otherwise any member can cancel
    /// and resume it.
    private static Outcome outside(Ticket ticket) {
        if (ticket.waits() >= MAX_WAITS_OUTSIDE) {
            log.warn("Dropped the run {}: its user is no active member any more", ticket.subjectId());
            return Outcome.DONE;
        }
        log.info("The run {} waits: its user is no active member any more", ticket.subjectId());
        return Outcome.after(UNTIL_READMITTED);
    }
}
