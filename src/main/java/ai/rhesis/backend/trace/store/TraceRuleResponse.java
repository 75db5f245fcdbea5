package ai.rhesis.backend.trace.store;

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

    static TraceRuleResponse of(@Nullable UUID projectId, TraceRule own, TraceRule effective) {
        return new TraceRuleResponse(
                projectId, own.retentionDays(), own.sampleShare(), effective.retentionDays(), effective.sampleShare());
    }
}
