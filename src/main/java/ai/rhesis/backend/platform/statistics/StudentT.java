package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// A mean with a standard error of so many degrees of freedom, taken for Student's t.
record StudentT(double mean, double standardError, double df) {

    PairedResult test(
            PairedMethod method, Significance significance, @Nullable Double effectSize, @Nullable Integer clusters) {
        return new PairedResult(
                method,
                mean,
                p(significance.alternative()),
                interval(significance.q()),
                effectSize,
                standardError,
                df,
                clusters);
    }

    Interval interval(double q) {
        return Interval.around(mean, Quantiles.t(q, df) * standardError);
    }

    double p(Alternative alternative) {
        double t = mean / standardError;
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Quantiles.tAbove(Math.abs(t), df));
            case BETTER -> Quantiles.tAbove(t, df);
            case WORSE -> Quantiles.tAbove(-t, df);
        };
    }
}
