package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reading of traces from their rows.
final class TraceRows {

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
