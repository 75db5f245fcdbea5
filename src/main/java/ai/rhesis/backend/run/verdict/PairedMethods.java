package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.MidP;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.PairedT;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.platform.statistics.SignedRanks;
import ai.rhesis.backend.platform.statistics.Significance;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The methods in the order in which the first that applies is taken: each yields to the next where it has nothing
/// to work with, or a standard error below 1e-12.
public final class PairedMethods {

    private PairedMethods() {}

    /// Tests a sample, also one of a metric or of a group; null of no pairs.
    public static @Nullable PairedResult test(PairedSample sample, Significance significance) {
        return sample.moments().n() == 0
                ? null
                : Stream.<Supplier<@Nullable PairedResult>>of(
                                () -> eProcess(sample, significance),
                                () -> ppi(sample, significance),
                                () -> clusterT(sample, significance))
                        .flatMap(method -> Optional.ofNullable(method.get()).stream())
                        .findFirst()
                        .orElseGet(() -> unclustered(sample, significance));
    }

    private static @Nullable PairedResult eProcess(PairedSample sample, Significance significance) {
        return sample.looks() == null ? null : sample.looks().test(significance);
    }

    private static @Nullable PairedResult ppi(PairedSample sample, Significance significance) {
        Ppi labels = sample.labels();
        return labels == null || labels.labelled() < Ppi.MIN_LABELLED ? null : labels.test(significance);
    }

    private static @Nullable PairedResult clusterT(PairedSample sample, Significance significance) {
        return sample.clusters() == null ? null : sample.clusters().test(sample.moments(), significance);
    }

    private static PairedResult unclustered(PairedSample sample, Significance significance) {
        if (sample.measure() == Measure.OUTCOME) {
            return MidP.test(sample.signs(), significance);
        }
        if (sample.moments().n() < SignedRanks.MIN_PAIRS_FOR_T) {
            return SignedRanks.test(sample.ranked(), significance);
        }
        PairedResult t = PairedT.test(sample.moments(), significance);
        return t == null ? SignedRanks.ofEqual(sample.moments(), significance) : t;
    }
}
