package ai.rhesis.backend.trace.store.digest;

import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.reading.ToldLinks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reading of traces from their rows.
final class TraceRows {

    /// The columns of a trace `t` from which it is read.
    static final String COLUMNS = """
            t.id, t.project_id, encode(t.trace_id, 'hex') as trace_id, t.start_time, t.end_time, t.span_count,
            t.error_count, t.refused_count, t.total_tokens, t.cost_nanos, t.conversation_id, t.root_id, t.is_rooted,
            t.root_name, t.root_kind, t.root_start_time, t.root_end_time, t.root_status_code, t.root_status_message,
            t.root_input, t.environment, t.test_run_id, t.test_id,
            coalesce(t.test_result_id, t.told_test_result_id) as test_result_id, t.test_configuration_id,
            t.endpoint_id, t.endpoint_name, t.endpoint_url, t.search_text
            """;

    private TraceRows() {}

    static TraceDigest digest(ResultSet row) throws SQLException {
        return new TraceDigest(
                row.getObject("id", UUID.class),
                new TraceKey(row.getObject("project_id", UUID.class), row.getString("trace_id")),
                Times.of(row, "start_time"),
                Times.of(row, "end_time"),
                row.getInt("span_count"),
                row.getInt("error_count"),
                row.getInt("refused_count"),
                numberOrNull(row, "total_tokens"),
                numberOrNull(row, "cost_nanos"),
                row.getString("conversation_id"),
                root(row),
                links(row),
                row.getString("search_text"));
    }

    private static TraceRoot root(ResultSet row) throws SQLException {
        return new TraceRoot(
                row.getObject("root_id", UUID.class),
                row.getBoolean("is_rooted"),
                row.getString("root_name"),
                row.getString("root_kind"),
                Times.of(row, "root_start_time"),
                Times.of(row, "root_end_time"),
                row.getString("root_status_code"),
                row.getString("root_status_message"),
                row.getString("root_input"),
                row.getString("environment"));
    }

    private static ToldLinks links(ResultSet row) throws SQLException {
        return new ToldLinks(
                row.getObject("test_run_id", UUID.class),
                row.getObject("test_id", UUID.class),
                row.getObject("test_result_id", UUID.class),
                row.getObject("test_configuration_id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("endpoint_name"),
                row.getString("endpoint_url"));
    }

    private static @Nullable Long numberOrNull(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
