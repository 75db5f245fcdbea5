package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.queue.Ticket;
import ai.rhesis.backend.platform.queue.TicketWorker;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.Materials;
import ai.rhesis.backend.suite.generation.ProductionEnd;
import ai.rhesis.backend.suite.generation.TestGeneration;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The generations that this node works on. A model that gives no answer for a while is waited for, longer each time.
@Component
class GenerationTicketHandler implements TicketWorker {

    private static final Logger log = LoggerFactory.getLogger(GenerationTicketHandler.class);
    private static final int MAX_WAITS = 8;
    private static final Duration UNTIL_READMITTED = Duration.ofMinutes(10);
    private static final int MAX_WAITS_OUTSIDE = 6 * 24;

    private final GenerationStore store;
    private final TestGeneration generation;
    private final Materials materials;

    GenerationTicketHandler(GenerationStore store, TestGeneration generation, Materials materials) {
        this.store = store;
        this.generation = generation;
        this.materials = materials;
    }

    @Override
    public String kind() {
        return GenerationService.KIND;
    }

    @Override
    public Outcome work(Ticket ticket, BooleanSupplier stopping) {
        try {
            return ticket.tenant().call(() -> ComputePool.inBackground(() -> generate(ticket, stopping)));
        } catch (NotAMemberException outside) {
            return outside(ticket);
        }
    }

    private Outcome generate(Ticket ticket, BooleanSupplier stopping) {
        GenerationWork work = store.open(ticket.subjectId()).orElse(null);
        if (work == null) {
            return Outcome.DONE;
        }
        Material material = materialOf(work);
        if (material == null) {
            store.end(work.id(), "A source can't be read any more");
            return Outcome.DONE;
        }
        SetWriting writing = new SetWriting(store, work, material, stopping);
        ProductionEnd end = generation.generate(work.with(material), writing);
        return after(end, writing, ticket);
    }

    private @Nullable Material materialOf(GenerationWork work) {
        try {
            return materials.of(work.task().goal().sources());
        } catch (ProblemException sourceGone) {
            return null;
        }
    }

    private Outcome after(ProductionEnd end, SetWriting writing, Ticket ticket) {
        if (writing.isElsewhere()) {
            return Outcome.after(ticket.pause());
        }
        if (end.isStopped()) {
            // whether it was cancelled or this node stops, the next look tells
            return Outcome.HANDED_BACK;
        }
        if (end.isWorthAnother() && (writing.isAhead() || ticket.waits() < MAX_WAITS)) {
            return new Outcome(ticket.pause(), !writing.isAhead());
        }
        store.end(ticket.subjectId(), end.explanation());
        return Outcome.DONE;
    }

    /// Handles a user or organization that was deactivated: nobody may write in their name. It goes on if they are let
    /// in again within a day; otherwise any member can cancel it.
    private static Outcome outside(Ticket ticket) {
        if (ticket.waits() >= MAX_WAITS_OUTSIDE) {
            log.warn("Dropped the generation {}: its user is no active member any more", ticket.subjectId());
            return Outcome.DONE;
        }
        return Outcome.after(UNTIL_READMITTED);
    }
}
