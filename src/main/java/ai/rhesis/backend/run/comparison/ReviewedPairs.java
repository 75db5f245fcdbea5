package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.platform.statistics.Significance;
import org.jspecify.annotations.Nullable;

/// The reviews of the pairs of two runs.
///
/// @param baselineResults how many results of the baseline are reviewed
/// @param candidateResults how many results of the candidate are
/// @param hasQueue whether a queue was drawn from both runs
/// @param labelled how many of its tests are reviewed, up to the first that is not
/// @param automatic the pairs as they were judged automatically; null where there are too few labels
/// @param all the labels beside all of them
/// @param withoutErrors the labels beside those without errors
record ReviewedPairs(
        long baselineResults,
        long candidateResults,
        boolean hasQueue,
        int labelled,
        @Nullable Pairing automatic,
        @Nullable Ppi all,
        @Nullable Ppi withoutErrors) {

    static final ReviewedPairs NONE = withoutLabels(0, 0, false, 0);

    static ReviewedPairs withoutLabels(long baselineResults, long candidateResults, boolean hasQueue, int labelled) {
        return new ReviewedPairs(baselineResults, candidateResults, hasQueue, labelled, null, null, null);
    }

    /// Returns the automatically judged pairs that the labels correct; null where labels can't tell
    /// anything.
    @Nullable
    Pairing judgedIn(Significance significance) {
        return all == null || all.test(significance) == null ? null : automatic;
    }
}
