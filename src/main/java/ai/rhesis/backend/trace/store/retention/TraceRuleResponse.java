package ai.rhesis.backend.trace.store.retention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule for traces, and what follows from it and from the wider ones.
///
/// @param projectId null for the rule of the organization
record TraceRuleResponse(
        @Nullable UUID projectId,
        @Nullable Integer retentionDays,
        @Nullable Double sampleShare,
        @Nullable Integer effectiveRetentionDays,
        @Nullable Double effectiveSampleShare) {

    static TraceRuleResponse of(TraceRuleView rule) {
        return new TraceRuleResponse(
                rule.projectId(),
                rule.own().retentionDays(),
                rule.own().sampleShare(),
                rule.effective().retentionDays(),
                rule.effective().sampleShare());
    }
}
