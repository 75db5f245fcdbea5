package ai.rhesis.backend.run.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paired scores of one metric.
///
/// @param group null where no pair was judged by it
record MetricSample(ComparedMetric metric, @Nullable PairedGroup group, long unscoredBaseline, long unscoredCandidate) {

    static MetricSample of(ResultSet row) throws SQLException {
        return new MetricSample(
                new ComparedMetric(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getBoolean("is_changed"),
                        row.getBoolean("is_asked")),
                row.getObject("n") == null ? null : new PairedGroup(SampleRows.sums(row), null),
                row.getLong("unscored_baseline"),
                row.getLong("unscored_candidate"));
    }

    /// Returns the scores with a row of clusters.
    MetricSample and(ResultSet row) throws SQLException {
        return new MetricSample(metric, group == null ? null : group.and(row), unscoredBaseline, unscoredCandidate);
    }
}
