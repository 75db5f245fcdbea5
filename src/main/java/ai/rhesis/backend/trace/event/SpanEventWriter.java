package ai.rhesis.backend.trace.event;

import ai.rhesis.backend.platform.persistence.Batches;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The transactions that keep events of spans, each of a bounded number of them.
@Component
@Transactional
class SpanEventWriter {

    private final SpanEventQueries events;
    private final EventMoveQueries moves;

    SpanEventWriter(SpanEventQueries events, EventMoveQueries moves) {
        this.events = events;
        this.moves = moves;
    }

    /// Keeps events until they are put into their spans, and returns how many.
    public int add(UUID project, List<SpanEvent> received) {
        events.deleteExpired();
        return events.add(project, received);
    }

    public int deleteExpired() {
        return events.deleteExpired();
    }

    /// Finds the traces with spans that events wait for, in groups that are worked on together.
    @Transactional(readOnly = true)
    public List<List<UUID>> awaited(UUID project, Collection<String> traceIds) {
        List<EventMoveQueries.Awaited> found = moves.awaited(project, traceIds);
        return Batches.within(SpanEventQueries.MAX_CHARACTERS, found, EventMoveQueries.Awaited::weight).stream()
                .map(group -> group.stream().map(EventMoveQueries.Awaited::id).toList())
                .toList();
    }

    @Transactional(readOnly = true)
    public List<UUID> unread() {
        return moves.unread();
    }

    /// Puts events that wait into their spans. The traces are locked first, as whoever stores spans
    /// does.
    ///
    /// @return the ids of the spans that are to be read anew
    public List<UUID> settle(List<UUID> traces) {
        return moves.move(moves.lock(traces));
    }
}
