package ai.rhesis.backend.trace.event;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The transactions that keep events of spans.
@Component
@Transactional
class SpanEventWriter {

    private final SpanEventQueries events;

    SpanEventWriter(SpanEventQueries events) {
        this.events = events;
    }

    public void add(UUID project, List<SpanEvent> received) {
        events.deleteExpired();
        events.add(project, received);
    }

    /// Puts events that wait into their spans. The traces are locked first, as whoever stores spans
    /// does.
    ///
    /// @return the ids of the traces whose spans have changed
    public List<String> settle(UUID project, Collection<String> traceIds) {
        List<UUID> waiting = events.findTraces(project, traceIds);
        return waiting.isEmpty() ? List.of() : events.move(events.lock(waiting));
    }
}
