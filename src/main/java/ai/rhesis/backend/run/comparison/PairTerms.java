package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Significance;
import ai.rhesis.backend.run.verdict.Measure;
import ai.rhesis.backend.run.verdict.PairedMethods;
import ai.rhesis.backend.run.verdict.PairedSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The terms on which the pairs of a comparison are tested.
record PairTerms(Pairing pairing, Grouping clustering, Significance significance) {

    /// The pairs with the clusters that these terms ask for.
    PairedSample sample(SummedPairs pairs, Measure measure, List<Cluster> clusters) {
        return pairs.clustered(measure, clusters, !clustering.isAuto());
    }

    /// Tests pairs; null of none.
    @Nullable
    PairedResult test(SummedPairs pairs, Measure measure, List<Cluster> clusters) {
        return PairedMethods.test(sample(pairs, measure, clusters), significance);
    }
}
