package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A trace with the objects that it belongs to.
///
/// @param verdict of the result that the trace is of
/// @param reviewedStatus what reviews make of that verdict
record TraceRow(
        UUID key,
        String traceId,
        String environment,
        @Nullable String conversationId,
        Instant startTime,
        Instant endTime,
        int spanCount,
        int errorCount,
        @Nullable Long totalTokens,
        @Nullable Long costNanos,
        @Nullable String reviewedStatus,
        @Nullable String verdict,
        TraceReference project,
        @Nullable TraceReference endpoint,
        @Nullable TraceReference testRun,
        @Nullable TraceReference testResult,
        @Nullable TraceReference test) {

    private static final double NANOS_PER_MILLI = 1e6;

    static TraceRow of(ColumnReader row) throws SQLException {
        return new TraceRow(
                row.uuid(),
                row.text(),
                row.text(),
                row.textOrNull(),
                row.instant(),
                row.instant(),
                (int) row.count(),
                (int) row.count(),
                row.countOrNull(),
                row.countOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                TraceReference.of(row),
                row.joined(TraceReference.COLUMNS, TraceReference::of),
                row.joined(TraceReference.COLUMNS, TraceReference::of),
                row.joined(TraceReference.COLUMNS, TraceReference::of),
                row.joined(TraceReference.COLUMNS, TraceReference::of));
    }

    double durationMs() {
        return Duration.between(startTime, endTime).toNanos() / NANOS_PER_MILLI;
    }

    /// Returns the verdict in force.
    @Nullable
    String status() {
        return reviewedStatus == null ? verdict : reviewedStatus;
    }
}
