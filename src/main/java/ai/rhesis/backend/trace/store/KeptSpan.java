package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.trace.dialect.SpanReader;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
    private static final List<String> JSON_COLUMNS = List.of("attributes", "events", "links", "resource", "scope");

    static KeptSpan of(ResultSet row) throws SQLException {
        return new KeptSpan(
                row.getObject("id", UUID.class),
                row.getObject("trace_key", UUID.class),
                new PlacedSpan(row.getObject("project_id", UUID.class), raw(row)),
                characters(row));
    }

    private static RawSpan raw(ResultSet row) throws SQLException {
        return new RawSpan(
                row.getString("trace_id"),
                row.getString("span_id"),
                row.getString("parent_span_id"),
                row.getString("environment"),
                row.getString("told_conversation_id"),
                row.getString("name"),
                SpanKind.valueOf(row.getString("kind")),
                Times.of(row, "start_time"),
                Times.of(row, "end_time"),
                StatusCode.valueOf(row.getString("status_code")),
                row.getString("status_message"),
                object(row, "attributes"),
                array(row, "events"),
                array(row, "links"),
                object(row, "resource"),
                object(row, "scope"));
    }

    private static long characters(ResultSet row) throws SQLException {
        long characters = 0;
        for (String column : JSON_COLUMNS) {
            characters += row.getString(column).length();
        }
        return characters;
    }

    private static ObjectNode object(ResultSet row, String column) throws SQLException {
        return (ObjectNode) JSON.readTree(row.getString(column));
    }

    private static ArrayNode array(ResultSet row, String column) throws SQLException {
        return (ArrayNode) JSON.readTree(row.getString(column));
    }

    ReadSpan read(SpanReader reader, SpanLimits limits) {
        return new ReadSpan(0, id, placed, limits.cut(reader.read(placed.span())), null);
    }
}
