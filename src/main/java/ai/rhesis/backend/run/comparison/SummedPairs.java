package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import ai.rhesis.backend.run.verdict.Measure;
import ai.rhesis.backend.run.verdict.PairedSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pairs of one group, summed up.
///
/// @param group the name of the group; null of tests without one, and where there is a single group
/// @param values the differences in the order of the set, where there are too few to do without them
record SummedPairs(
        @Nullable String group,
        PairedOutcomes signs,
        Moments moments,
        List<Double> values,
        double candidate,
        double baseline) {

    static final SummedPairs EMPTY =
            new SummedPairs(null, new PairedOutcomes(0, 0, 0), new Moments(0, 0, 0), List.of(), 0, 0);

    PairedSample paired(Measure measure) {
        return measure == Measure.OUTCOME
                ? PairedSample.ofOutcomes(signs)
                : PairedSample.ofSums(measure, signs, moments, values);
    }

    boolean isEmpty() {
        return signs.n() == 0;
    }
}
