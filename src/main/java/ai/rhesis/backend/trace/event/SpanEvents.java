package ai.rhesis.backend.trace.event;

import ai.rhesis.backend.trace.store.SpanArrivals;
import ai.rhesis.backend.trace.store.reread.SpanRefreshing;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The events of spans that come in logs. They may come before their span or behind it.
///
/// An event is written down first, and then put into its span if that is there. Whoever stores spans
/// has the second done as well, when they are stored. So one of both finds the other, in whichever
/// order they commit, and by whichever way they came.
@Component
public class SpanEvents implements SpanArrivals {

    /// The reason for which events are left out.
    public static final String TOO_MANY = "as many events of the trace wait for their spans as are kept";

    private final SpanEventWriter writer;
    private final SpanRefreshing refreshing;

    SpanEvents(SpanEventWriter writer, SpanRefreshing refreshing) {
        this.writer = writer;
        this.refreshing = refreshing;
    }

    /// Keeps events, in their spans or until these come. To be called outside of transactions, in the
    /// tenant of the spans.
    ///
    /// @return how many were left out
    public int receive(UUID project, List<SpanEvent> events) {
        int kept = writer.add(project, events);
        arrived(project, events.stream().map(SpanEvent::traceId).distinct().toList());
        return events.size() - kept;
    }

    /// Puts events that wait into the spans of these traces, which are then read anew.
    @Override
    public void arrived(UUID project, Collection<String> traceIds) {
        for (List<UUID> traces : writer.awaited(project, traceIds)) {
            refreshing.refresh(writer.settle(traces));
        }
    }
}
