package ai.rhesis.backend.trace.remap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A remap as clients see it.
record SpanRemapResponse(
        UUID id,
        String state,
        @Nullable UUID projectId,
        @Nullable List<String> traceIds,
        int beforeVersion,
        @Nullable Long totalSpans,
        long doneSpans,
        int percent,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt) {

    static SpanRemapResponse of(SpanRemap remap) {
        return new SpanRemapResponse(
                remap.id(),
                remap.state().word(),
                remap.spans().projectId(),
                remap.spans().traceIds(),
                remap.spans().beforeVersion(),
                remap.totalSpans(),
                remap.doneSpans(),
                remap.percent(),
                remap.createdAt(),
                remap.begunAt(),
                remap.endedAt());
    }
}
