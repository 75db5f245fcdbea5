package ai.rhesis.backend.run.gate;

import org.jspecify.annotations.Nullable;

/// A rule of a gate beside what was observed.
///
/// @param observed what the rule looked at; null when it is unknown
/// @param limit what the rule allows
record RuleResult(
        String rule,
        GateResult result,
        @Nullable Object observed,
        @Nullable Object limit,
        String reason) {}
