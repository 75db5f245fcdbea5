package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.EProcess;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.platform.statistics.SignedRanks;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The paired differences of two runs, candidate less baseline, summed up as far as methods need them.
///
/// The sums suffice for any number of pairs; `values` are read only of shares and scores in fewer than 30 pairs.
/// Clusters, labels and looks are there when their methods are to be tried, before all others.
public record PairedSample(
        Measure measure,
        PairedOutcomes signs,
        Moments moments,
        List<Double> values,
        @Nullable Clusters clusters,
        @Nullable Ppi labels,
        @Nullable EProcess looks) {

    public PairedSample {
        boolean needsValues = measure != Measure.OUTCOME && moments.n() < SignedRanks.MIN_PAIRS_FOR_T;
        if (needsValues && values.size() != moments.n()) {
            throw new IllegalArgumentException("%d pairs in all, but the values of %d: fewer than %d are ranked"
                    .formatted(moments.n(), values.size(), SignedRanks.MIN_PAIRS_FOR_T));
        }
    }

    /// Outcomes by their counts alone.
    public static PairedSample ofOutcomes(PairedOutcomes outcomes) {
        return new PairedSample(Measure.OUTCOME, outcomes, outcomes.moments(), List.of(), null, null, null);
    }

    /// Makes a sample of shares or scores by their sums, and below 30 of them by each.
    public static PairedSample ofSums(Measure measure, PairedOutcomes signs, Moments moments, List<Double> values) {
        return new PairedSample(measure, signs, moments, values, null, null, null);
    }

    /// Differences one by one.
    public static PairedSample of(Measure measure, double... differences) {
        PairedOutcomes signs = PairedOutcomes.of(differences);
        if (measure == Measure.OUTCOME) {
            return ofOutcomes(signs);
        }
        List<Double> few = differences.length < SignedRanks.MIN_PAIRS_FOR_T
                ? Arrays.stream(differences).boxed().toList()
                : List.of();
        return ofSums(measure, signs, Moments.of(differences), few);
    }

    public PairedSample clusteredBy(Clusters clusters) {
        return new PairedSample(measure, signs, moments, values, clusters, labels, looks);
    }

    /// Takes the clusters into account if enough of them hold two pairs, as `cluster_by: auto` asks.
    public PairedSample clusteredIfSufficient(Clusters clusters) {
        return clusters.suffice() ? clusteredBy(clusters) : this;
    }

    public PairedSample labelled(@Nullable Ppi labels) {
        return new PairedSample(measure, signs, moments, values, clusters, labels, looks);
    }

    public PairedSample lookedAt(@Nullable EProcess looks) {
        return new PairedSample(measure, signs, moments, values, clusters, labels, looks);
    }

    double[] ranked() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
