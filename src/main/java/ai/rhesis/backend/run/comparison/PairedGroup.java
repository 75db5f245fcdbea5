package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.run.verdict.Measure;
import ai.rhesis.backend.run.verdict.PairedSample;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The pairs of one group, summed up, with the clusters in which they are tested.
///
/// @param clusters null where tests are taken to be independent
record PairedGroup(SummedPairs pairs, @Nullable Clusters clusters) {

    static final PairedGroup EMPTY = new PairedGroup(SummedPairs.EMPTY, null);

    /// Returns the group with a row of clusters.
    PairedGroup and(ResultSet row) throws SQLException {
        return new PairedGroup(pairs, SampleRows.and(clusters, pairs.moments(), row));
    }

    /// Tells whether there are clusters, and enough of them unless somebody asked for them.
    boolean isClustered(boolean isForced) {
        return clusters != null && (isForced || clusters.suffice());
    }

    PairedSample sample(Measure measure, boolean isForced) {
        PairedSample sample = pairs.paired(measure);
        if (clusters == null) {
            return sample;
        }
        return isForced ? sample.clusteredBy(clusters) : sample.clusteredIfSufficient(clusters);
    }
}
