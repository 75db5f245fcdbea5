package ai.rhesis.backend.run.gate;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Rules of a gate, each of which may be left out.
///
/// @param verdict `not_worse`, `better` or `not_proven_worse` than the baseline
/// @param margin the loss that `not_worse` tolerates, as a fraction
/// @param alpha the accepted rate of false alarms, 0.05 where absent
/// @param minPassRate tests that pass of those with a result, as a fraction
/// @param blockers a tag whose tests must all pass
/// @param maxCost US dollars of the run
/// @param maxErrorRate results in error of all results, as a fraction
/// @param maxNotRun tests of the run's version without a result, 0 where absent
record GateRules(
        @Pattern(
                regexp = "not_worse|better|not_proven_worse",
                message = "must be one of: not_worse, better, not_proven_worse")
        @Nullable
        String verdict,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Nullable
        Double margin,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.2") @Nullable
        Double alpha,

        @DecimalMin("0") @DecimalMax("1") @Nullable Double minPassRate,
        @Size(min = 1, max = 255) @Nullable String blockers,
        @DecimalMin("0") @Nullable Double maxCost,
        @DecimalMin("0") @Nullable Double maxLatencyP95Ms,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double maxErrorRate,
        @Min(0) @Nullable Integer maxNotRun,
        @Nullable Boolean requireCalibratedJudge) {

    static final int DEFAULT_MAX_NOT_RUN = 0;

    boolean isEmpty() {
        return verdict == null
                && minPassRate == null
                && blockers == null
                && maxCost == null
                && maxLatencyP95Ms == null
                && maxErrorRate == null
                && maxNotRun == null
                && requireCalibratedJudge == null;
    }

    int allowedNotRun() {
        return maxNotRun == null ? DEFAULT_MAX_NOT_RUN : maxNotRun;
    }
}
