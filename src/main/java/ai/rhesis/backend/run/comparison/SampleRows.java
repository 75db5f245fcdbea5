package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows in which the database answers sums of pairs.
final class SampleRows {

    private SampleRows() {}

    /// Reads the sums of pairs: `n`, `improved`, `regressed`, `mean`, `squares`, `listed`, `candidate` and
    /// `baseline`.
    static SummedPairs sums(ResultSet row) throws SQLException {
        long n = row.getLong("n");
        return new SummedPairs(
                null,
                new PairedOutcomes(n, row.getLong("improved"), row.getLong("regressed")),
                new Moments(n, row.getDouble("mean"), row.getDouble("squares")),
                values(row.getArray("listed")),
                row.getDouble("candidate"),
                row.getDouble("baseline"));
    }

    /// Adds a row of clusters, of which there are `times`, each of `n` pairs, with the `mean` and the `squares` of
    /// their sums. So there are few rows however many clusters there are.
    static Clusters and(@Nullable Clusters before, Moments all, ResultSet row) throws SQLException {
        Moments sums = new Moments(row.getLong("times"), row.getDouble("mean"), row.getDouble("squares"));
        return (before == null ? Clusters.NONE : before).and(all, row.getLong("n"), sums);
    }

    private static List<Double> values(@Nullable Array listed) throws SQLException {
        return listed == null ? List.of() : List.of((Double[]) listed.getArray());
    }
}
