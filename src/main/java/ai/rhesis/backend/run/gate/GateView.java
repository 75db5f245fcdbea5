package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.comparison.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of a gate: the result, why it is no pass, every rule, and the comparison where there is a baseline.
///
/// @param reasons the reasons of all rules that did not pass, those that failed first
record GateView(
        GateResult result,
        List<String> reasons,
        List<RuleResult> rules,
        @Nullable Comparison comparison) {

    static GateView of(List<RuleResult> rules, @Nullable Comparison comparison) {
        return new GateView(GateResult.of(rules), reasons(rules), rules, comparison);
    }

    private static List<String> reasons(List<RuleResult> rules) {
        return rules.stream()
                .filter(rule -> rule.result() != GateResult.PASS)
                .sorted((first, second) -> second.result().compareTo(first.result()))
                .map(RuleResult::reason)
                .toList();
    }
}
