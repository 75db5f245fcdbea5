package ai.rhesis.backend.portal.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row of an answer: the values of the dimensions, and the measures over the rows that have them.
final class InsightRow {

    /// The most rows that one answer has.
    static final int MAX_ROWS = 10_000;

    private static final String PASS_RATE = "pass_rate";
    private static final String LATENCY = "latency";
    private static final String LATENCY_P50 = "latency_p50";
    private static final String LATENCY_P95 = "latency_p95";
    private static final Set<String> FRACTIONS = Set.of(PASS_RATE, LATENCY, LATENCY_P50, LATENCY_P95);
    private static final double HUNDREDTHS = 100.0;

    private InsightRow() {}

    static Map<String, @Nullable Object> read(InsightQuestion question, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String dimension : question.dimensions()) {
            values.put(dimension, row.getObject(dimension));
        }
        for (String measure : question.measures()) {
            values.put(measure, measure(measure, row));
        }
        return values;
    }

    private static Number measure(String measure, ResultSet row) throws SQLException {
        return switch (measure) {
            case PASS_RATE -> {
                long passed = row.getLong("passed");
                yield ratio(HUNDREDTHS * passed, passed + row.getLong("failed"));
            }
            case LATENCY_P50, LATENCY_P95 -> ratio(row.getDouble(measure), 1);
            case LATENCY -> ratio(row.getDouble("latency_sum"), row.getLong("latency_count"));
            default -> row.getLong(measure);
        };
    }

    /// Divides to two decimals; zero where there is nothing to divide by.
    static double ratio(double sum, long count) {
        return count == 0 ? 0 : Math.round(HUNDREDTHS * sum / count) / HUNDREDTHS;
    }

    /// Returns the row of an answer that counted nothing.
    static Map<String, @Nullable Object> zeros(InsightQuestion question) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String measure : question.measures()) {
            values.put(measure, FRACTIONS.contains(measure) ? (Number) 0.0 : (Number) 0L);
        }
        return values;
    }
}
