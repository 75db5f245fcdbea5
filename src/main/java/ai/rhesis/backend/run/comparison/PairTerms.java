package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Significance;
import ai.rhesis.backend.run.verdict.Measure;
import ai.rhesis.backend.run.verdict.PairedMethods;
import ai.rhesis.backend.run.verdict.PairedSample;
import org.jspecify.annotations.Nullable;

/// The terms on which the pairs of a comparison are tested.
record PairTerms(Pairing pairing, Grouping clustering, Significance significance) {

    /// Returns the group as the sample that these terms test.
    PairedSample sample(PairedGroup group) {
        return sample(group, pairing.measure());
    }

    /// Tests the pairs of a group; null of none.
    @Nullable
    PairedResult test(PairedGroup group) {
        return test(group, pairing.measure());
    }

    /// Tests the pairs of a group by another measure than outcomes are.
    @Nullable
    PairedResult test(PairedGroup group, Measure measure) {
        return PairedMethods.test(sample(group, measure), significance);
    }

    private PairedSample sample(PairedGroup group, Measure measure) {
        return clustering.isNone() ? group.pairs().paired(measure) : group.sample(measure, isForced());
    }

    /// Returns the terms for parts of these pairs: where too few share a cluster, fewer do in any part.
    PairTerms inPartsOf(PairedGroup whole) {
        return whole.isClustered(isForced()) ? this : new PairTerms(pairing, Grouping.NONE, significance);
    }

    private boolean isForced() {
        return !clustering.isAuto();
    }
}
