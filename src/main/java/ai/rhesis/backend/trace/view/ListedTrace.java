package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A trace as a list finds it, with the span that stands for it.
///
/// @param key the row of the trace
/// @param spanId the row of its latest root, or of the span that is listed
/// @param verdict of the result that the trace is of
/// @param reviewedStatus what reviews make of that verdict
record ListedTrace(
        UUID key,
        UUID spanId,
        String traceId,
        UUID projectId,
        String environment,
        @Nullable String conversationId,
        @Nullable String input,
        Instant startTime,
        double durationMs,
        int spanCount,
        int errorCount,
        String name,
        String statusCode,
        @Nullable Long totalTokens,
        @Nullable Long costNanos,
        @Nullable UUID testRunId,
        @Nullable UUID testResultId,
        @Nullable UUID testId,
        @Nullable UUID endpointId,
        @Nullable String endpointName,
        @Nullable String verdict,
        @Nullable String reviewedStatus) {

    static ListedTrace of(ResultSet row) throws SQLException {
        return new ListedTrace(
                row.getObject("id", UUID.class),
                row.getObject("span_id", UUID.class),
                row.getString("trace_id"),
                row.getObject("project_id", UUID.class),
                row.getString("environment"),
                row.getString("conversation_id"),
                row.getString("root_input"),
                Times.of(row, "start_time"),
                row.getDouble("duration_ms"),
                row.getInt("span_count"),
                row.getInt("error_count"),
                row.getString("name"),
                row.getString("status_code"),
                row.getObject("total_tokens", Long.class),
                row.getObject("cost_nanos", Long.class),
                row.getObject("test_run_id", UUID.class),
                row.getObject("test_result_id", UUID.class),
                row.getObject("test_id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("endpoint_name"),
                row.getString("verdict"),
                row.getString("reviewed_status"));
    }

    /// Returns the verdict in force.
    @Nullable
    String status() {
        return reviewedStatus == null ? verdict : reviewedStatus;
    }
}
