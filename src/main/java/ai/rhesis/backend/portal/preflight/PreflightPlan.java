package ai.rhesis.backend.portal.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The checks that a request asks for.
record PreflightPlan(PreflightRequest request, List<CheckedSet> sets, List<PlannedCheck> checks) {

    private static final List<CheckName> OF_A_SET = List.of(
            CheckName.TEST_SET_NOT_EMPTY,
            CheckName.REQUIREMENT_METRIC_COVERAGE,
            CheckName.METRIC_COMPATIBILITY,
            CheckName.METRIC_FUNCTIONALITY);

    static PreflightPlan of(PreflightRequest request, List<CheckedSet> sets) {
        List<PlannedCheck> checks = new ArrayList<>();
        checks.add(new PlannedCheck(CheckName.ENDPOINT_CONNECTIVITY, null, !request.isReuse()));
        checks.add(new PlannedCheck(CheckName.EVALUATION_MODEL, null, true));
        if (sets.stream().anyMatch(CheckedSet::isMultiTurn)) {
            checks.add(new PlannedCheck(CheckName.EXECUTION_MODEL, null, true));
        }
        sets.forEach(set -> OF_A_SET.forEach(name -> checks.add(new PlannedCheck(name, set, true))));
        return new PreflightPlan(request, sets, List.copyOf(checks));
    }

    /// Finds the set that clients are told beside a check: none where there is only one.
    @Nullable
    CheckedSet told(PlannedCheck check) {
        return sets.size() > 1 ? check.set() : null;
    }

    /// Lists the places of the checks that concern all sets.
    Stream<Integer> shared() {
        return places().filter(place -> checks.get(place).set() == null);
    }

    /// Lists the places of the checks of single sets.
    Stream<Integer> ofSets() {
        return places().filter(place -> checks.get(place).set() != null);
    }

    private Stream<Integer> places() {
        return Stream.iterate(0, place -> place + 1).limit(checks.size());
    }
}
