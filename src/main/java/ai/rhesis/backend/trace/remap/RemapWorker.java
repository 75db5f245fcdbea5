package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.queue.Ticket;
import ai.rhesis.backend.platform.queue.TicketWorker;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.trace.dialect.SpanReader;
import ai.rhesis.backend.trace.store.reread.Outdated;
import ai.rhesis.backend.trace.store.reread.SpanRereading;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The remaps that this node works on, one group of traces after the other, until no span is left that an earlier
/// version has read.
@Component
class RemapWorker implements TicketWorker {

    static final String KIND = "remap";

    private static final Logger log = LoggerFactory.getLogger(RemapWorker.class);

    private static final Duration UNTIL_READMITTED = Duration.ofMinutes(10);
    private static final int MAX_WAITS_OUTSIDE = 6 * 24;

    private final RemapProgress progress;
    private final SpanRereading rereading;
    private final SpanReader reader;

    RemapWorker(RemapProgress progress, SpanRereading rereading, SpanReader reader) {
        this.progress = progress;
        this.rereading = rereading;
        this.reader = reader;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome work(Ticket ticket, BooleanSupplier stopping) {
        try {
            return ticket.tenant()
                    .call(() -> ComputePool.inBackground(() -> work(ticket.subjectId(), ticket, stopping)));
        } catch (NotAMemberException outside) {
            return outside(ticket);
        }
    }

    /// Handles a user or organization that was deactivated, who may be let in again.
    private static Outcome outside(Ticket ticket) {
        if (ticket.waits() >= MAX_WAITS_OUTSIDE) {
            log.warn("Dropped the remap {}: its user is no active member any more", ticket.subjectId());
            return Outcome.DONE;
        }
        return Outcome.after(UNTIL_READMITTED);
    }

    private Outcome work(UUID id, Ticket ticket, BooleanSupplier stopping) {
        SpanRemap remap = progress.find(id).filter(found -> !found.isOver()).orElse(null);
        if (remap == null) {
            return Outcome.DONE;
        }
        Outdated spans = remap.spans();
        if (spans.beforeVersion() > reader.version()) {
            // a node of the next release knows what this one does not
            return Outcome.after(ticket.pause());
        }
        if (remap.begunAt() == null) {
            progress.begin(id, rereading.count(spans));
        }
        return reread(id, spans, stopping) ? Outcome.DONE : Outcome.HANDED_BACK;
    }

    /// @return whether nothing is left
    private boolean reread(UUID id, Outdated spans, BooleanSupplier stopping) {
        List<List<UUID>> groups = rereading.groups(spans);
        while (!groups.isEmpty()) {
            for (List<UUID> traces : groups) {
                if (stopping.getAsBoolean()) {
                    return false;
                }
                rereading.reread(traces, reader, spans.beforeVersion(), count -> progress.advance(id, count));
            }
            groups = rereading.groups(spans);
        }
        progress.end(id);
        return true;
    }
}
