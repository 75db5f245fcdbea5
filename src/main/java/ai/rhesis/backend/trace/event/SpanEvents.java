package ai.rhesis.backend.trace.event;

import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.store.Outdated;
import ai.rhesis.backend.trace.store.SpanRereading;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The events of spans that come in logs. They may come before their span or behind it.
///
/// An event is written down first, and then put into its span if that is there. Whoever stores spans
/// does the second as well, when they are stored. So one of both finds the other, in whichever order
/// they commit.
@Component
public class SpanEvents {

    private final SpanEventWriter writer;
    private final SpanRereading rereading;

    SpanEvents(SpanEventWriter writer, SpanRereading rereading) {
        this.writer = writer;
        this.rereading = rereading;
    }

    /// Keeps events, in their spans or until these come. To be called outside of transactions, in the
    /// tenant of the spans.
    public void receive(UUID project, List<SpanEvent> events) {
        writer.add(project, events);
        settle(project, events.stream().map(SpanEvent::traceId).distinct().toList());
    }

    /// Puts events that wait into the spans of these traces, which are then read anew. To be called
    /// outside of transactions.
    public void settle(UUID project, Collection<String> traceIds) {
        List<String> changed = writer.settle(project, traceIds);
        if (!changed.isEmpty()) {
            Outdated spans = new Outdated(project, changed, Dialects.VERSION);
            rereading
                    .groups(spans)
                    .forEach(group -> rereading.reread(group, Dialects.current(), Dialects.VERSION, count -> {}));
        }
    }
}
