package ai.rhesis.backend.suite.generation;

import java.util.ArrayList;
import java.util.List;

/// The acceptance of tests: each fills a cell of the plan and says nothing that another says.
final class Acceptance {

    private final Coverage coverage;
    private final NearDuplicates known = new NearDuplicates();
    private final List<String> taken = new ArrayList<>();
    private final List<GeneratedCase> surplus;
    private final int maxSurplus;

    /// @param taken what tests say that there are already
    /// @param surplus tests that were over before
    Acceptance(Coverage coverage, List<String> taken, List<GeneratedCase> surplus) {
        this.coverage = coverage;
        this.surplus = new ArrayList<>(surplus);
        this.maxSurplus = coverage.missing();
        this.taken.addAll(taken);
        taken.forEach(known::know);
        surplus.forEach(test -> known.know(test.essence()));
    }

    Coverage coverage() {
        return coverage;
    }

    /// Returns what the tests say that are there.
    List<String> taken() {
        return List.copyOf(taken);
    }

    /// Takes from an answer the tests that are new and fill a cell, and keeps those whose cell is full.
    Produced accept(TestWriter.Written written) {
        List<CellState> before = coverage.cells();
        List<GeneratedCase> accepted = new ArrayList<>();
        for (GeneratedCase test : written.tests()) {
            int place = coverage.placeOf(test, written.assignment());
            Cell cell = coverage.cellOf(test);
            if (cell == null || !known.add(test.essence())) {
                continue;
            }
            if (place >= 0) {
                accepted.add(coverage.fill(place).named(test));
                taken.add(test.essence());
            } else if (surplus.size() < maxSurplus && test.isLabelled()) {
                surplus.add(cell.named(test));
            }
        }
        coverage.answered(written.assignment(), before);
        return produced(accepted);
    }

    /// Takes tests that were over in place of those that are missing.
    Produced fillFromSurplus() {
        int count = Math.min(surplus.size(), coverage.missing());
        List<GeneratedCase> taken = List.copyOf(surplus.subList(0, count));
        surplus.subList(0, count).clear();
        coverage.excuse(count);
        return produced(taken);
    }

    private Produced produced(List<GeneratedCase> tests) {
        return new Produced(tests, coverage.cells(), List.copyOf(surplus), coverage.calls());
    }
}
