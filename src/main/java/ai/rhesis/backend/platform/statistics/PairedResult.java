package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The answer of one method about the difference of paired runs, candidate less baseline.
///
/// A null is undefined: the standard error and degrees of freedom of a method that has none, the interval of one
/// pair.
public record PairedResult(
        PairedMethod method,
        double delta,
        double p,
        @Nullable Interval ci,
        @Nullable Double effectSize,
        @Nullable Double standardError,
        @Nullable Double df,
        @Nullable Integer clusters) {

    /// The least standard error that a method can work with; below, it yields to the next.
    public static final double MIN_STANDARD_ERROR = 1e-12;
}
