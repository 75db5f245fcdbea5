package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The t-test of paired differences (Student 1908): D ± t(q, n - 1)·s/√n, with D/s as the size of the effect.
public final class PairedT {

    private PairedT() {}

    /// Tests whether the mean is 0; null where the differences don't vary.
    public static @Nullable PairedResult test(Moments d, Significance significance) {
        Double error = d.standardError();
        return error == null || error < PairedResult.MIN_STANDARD_ERROR
                ? null
                : new StudentT(d.mean(), error, d.n() - 1)
                        .test(PairedMethod.PAIRED_T, significance, d.standardized(), null);
    }

    /// Returns the interval alone: [D, D] where the differences don't vary, null below two.
    static @Nullable Interval interval(Moments d, Significance significance) {
        if (d.n() < 2) {
            return null;
        }
        PairedResult t = test(d, significance);
        return t == null ? new Interval(d.mean(), d.mean()) : t.ci();
    }
}
