package ai.rhesis.backend.run.comparison;

import java.util.List;
import java.util.Map;

/// The pairs of two runs, summed up whole and by group.
record Samples(Map<Grouping, List<PairedGroup>> groups) {

    PairedGroup whole() {
        return single(Grouping.ALL);
    }

    /// Returns the pairs in which neither test ended in an error.
    PairedGroup withoutErrors() {
        return single(Grouping.WITHOUT_ERRORS);
    }

    /// Returns the groups in the order of their names, the tests without one last.
    List<PairedGroup> by(Grouping grouping) {
        return groups.getOrDefault(grouping, List.of());
    }

    private PairedGroup single(Grouping grouping) {
        return by(grouping).stream().findFirst().orElse(PairedGroup.EMPTY);
    }
}
