package ai.rhesis.backend.trace.store.reread;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import ai.rhesis.backend.trace.dialect.SpanReader;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import ai.rhesis.backend.trace.store.limit.SpanLimits;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A span as its row keeps it, without what was read in it.
///
/// @param traceKey the row of its trace
/// @param characters of its JSON
record KeptSpan(UUID id, UUID traceKey, PlacedSpan placed, long characters) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// The columns of a span `s` and its trace `t`, in the order in which they are read.
    static final String COLUMNS = """
            s.id, s.trace_key, s.project_id, encode(t.trace_id, 'hex'), encode(s.span_id, 'hex'),
            encode(s.parent_span_id, 'hex'), s.environment, s.told_conversation_id, s.name, s.kind, s.start_time,
            s.end_time, s.status_code, s.status_message, s.attributes, s.events, s.links, s.resource, s.scope
            """;

    static KeptSpan of(ResultSet rows) throws SQLException {
        ColumnReader row = new ColumnReader(rows, JSON);
        return new KeptSpan(row.uuid(), row.uuid(), new PlacedSpan(row.uuid(), raw(row)), row.charactersOfJson());
    }

    private static RawSpan raw(ColumnReader row) throws SQLException {
        return new RawSpan(
                row.text(),
                row.text(),
                row.textOrNull(),
                row.text(),
                row.textOrNull(),
                row.text(),
                SpanKind.valueOf(row.text()),
                row.instant(),
                row.instant(),
                StatusCode.valueOf(row.text()),
                row.textOrNull(),
                row.json(ObjectNode.class),
                row.json(ArrayNode.class),
                row.json(ArrayNode.class),
                row.json(ObjectNode.class),
                row.json(ObjectNode.class));
    }

    ReadSpan read(SpanReader reader, SpanLimits limits) {
        return new ReadSpan(0, id, placed, limits.cut(reader.read(placed.span())), null);
    }
}
