package ai.rhesis.backend.run.gate;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
/// @param unknown everything that is no rule
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
        @Min(0) @Nullable Long maxNotRun,
        @Nullable Boolean requireCalibratedJudge,
        @JsonAnySetter @Nullable Map<String, @Nullable Object> unknown) {

    static final String NAMES = "verdict, margin, alpha, min_pass_rate, blockers, max_cost, max_latency_p95_ms, "
            + "max_error_rate, max_not_run, require_calibrated_judge";
    static final long DEFAULT_MAX_NOT_RUN = 0;

    /// Tells whether nothing is asked of the run: margin and alpha alone are no rules.
    boolean isEmpty() {
        return Stream.of(
                        verdict,
                        minPassRate,
                        blockers,
                        maxCost,
                        maxLatencyP95Ms,
                        maxErrorRate,
                        maxNotRun,
                        requireCalibratedJudge)
                .allMatch(Objects::isNull);
    }

    Map<String, @Nullable Object> misspelt() {
        return unknown == null ? Map.of() : unknown;
    }

    boolean needsBaseline() {
        return verdict != null;
    }

    boolean needsMargin() {
        return "not_worse".equals(verdict) && margin == null;
    }

    boolean needsCalibratedJudge() {
        return Boolean.TRUE.equals(requireCalibratedJudge);
    }

    long allowedNotRun() {
        return maxNotRun == null ? DEFAULT_MAX_NOT_RUN : maxNotRun;
    }
}
