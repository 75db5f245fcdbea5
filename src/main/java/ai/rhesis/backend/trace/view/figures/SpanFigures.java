package ai.rhesis.backend.trace.view.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures over spans.
///
/// @param isTotal whether over all of them; over those of one kind of work otherwise
/// @param percentiles of durations in milliseconds: half, 95 and 99 in a hundred; 0 without spans
record SpanFigures(
        boolean isTotal,
        String operation,
        long spans,
        long traces,
        long errors,
        long tokens,
        long costNanos,
        double averageMs,
        List<Double> percentiles) {

    static SpanFigures of(ResultSet row) throws SQLException {
        return new SpanFigures(
                row.getBoolean("is_total"),
                row.getString("operation"),
                row.getLong("spans"),
                row.getLong("traces"),
                row.getLong("errors"),
                row.getLong("tokens"),
                row.getLong("nanos"),
                row.getDouble("average"),
                percentiles((Double @Nullable []) array(row)));
    }

    private static @Nullable Object array(ResultSet row) throws SQLException {
        return row.getArray("percentiles") == null
                ? null
                : row.getArray("percentiles").getArray();
    }

    private static List<Double> percentiles(Double @Nullable [] values) {
        return values == null ? List.of(0.0, 0.0, 0.0) : Arrays.asList(values);
    }
}
