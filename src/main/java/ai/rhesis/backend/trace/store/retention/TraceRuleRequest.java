package ai.rhesis.backend.trace.store.retention;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// A rule for traces as a client writes it.
record TraceRuleRequest(
        @Nullable @Min(1) @Max(36_500) Integer retentionDays,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double sampleShare) {

    TraceRule toRule() {
        return new TraceRule(retentionDays, sampleShare);
    }
}
