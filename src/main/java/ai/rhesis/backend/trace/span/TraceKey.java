package ai.rhesis.backend.trace.span;

import java.util.Comparator;
import java.util.UUID;

/// The name of a trace. Traces are locked in the order of their names, so that deliveries never wait for each
/// other in a circle.
public record TraceKey(UUID projectId, String traceId) implements Comparable<TraceKey> {

    private static final Comparator<TraceKey> ORDER =
            Comparator.comparing((TraceKey key) -> key.projectId().toString()).thenComparing(TraceKey::traceId);

    public static TraceKey of(PlacedSpan placed) {
        return new TraceKey(placed.projectId(), placed.span().traceId());
    }

    @Override
    public int compareTo(TraceKey other) {
        return ORDER.compare(this, other);
    }
}
