package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A span as it was sent, with what was read in it.
record StoredSpan(
        UUID id,
        String spanId,
        @Nullable String parentSpanId,
        String name,
        String kind,
        Instant startTime,
        Instant endTime,
        String statusCode,
        @Nullable String statusMessage,
        ObjectNode attributes,
        ArrayNode events,
        ArrayNode links,
        ObjectNode resource,
        ObjectNode scope,
        DerivedView derived) {

    private static final double NANOS_PER_MILLI = 1e6;

    /// The columns of a span `s`, in the order in which they are read.
    static final String COLUMNS = """
            s.id, encode(s.span_id, 'hex'), encode(s.parent_span_id, 'hex'), s.name, s.kind, s.start_time, s.end_time,
            s.status_code, s.status_message, s.attributes, s.events, s.links, s.resource, s.scope
            """;

    static StoredSpan of(ColumnReader row) throws SQLException {
        return new StoredSpan(
                row.uuid(),
                row.text(),
                row.textOrNull(),
                row.text(),
                row.text(),
                row.instant(),
                row.instant(),
                row.text(),
                row.textOrNull(),
                row.json(ObjectNode.class),
                row.json(ArrayNode.class),
                row.json(ArrayNode.class),
                row.json(ObjectNode.class),
                row.json(ObjectNode.class),
                DerivedView.of(row));
    }

    double durationMs() {
        return Duration.between(startTime, endTime).toNanos() / NANOS_PER_MILLI;
    }
}
