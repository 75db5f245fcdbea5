package ai.rhesis.backend.run.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/// The result of a rule, and of a gate: fail if one rule fails, else inconclusive if one is, else pass.
enum GateResult {
    PASS,
    INCONCLUSIVE,
    FAIL;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GateResult of(Collection<RuleResult> rules) {
        return rules.stream()
                .map(RuleResult::result)
                .reduce(PASS, (worst, next) -> next.compareTo(worst) > 0 ? next : worst);
    }

    static GateResult passIf(boolean holds) {
        return holds ? PASS : FAIL;
    }
}
