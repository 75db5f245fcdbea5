package ai.rhesis.backend.suite.generation;

import java.util.List;

/// The tests that one call asks for.
///
/// @param number of the call, counted from 0
public record Assignment(int number, List<Part> parts) {

    int tests() {
        return parts.stream().mapToInt(Part::tests).sum();
    }

    /// Some tests of one cell.
    ///
    /// @param place of the cell in the plan
    /// @param missing how many it lacks
    /// @param tests how many are asked for, which may be more: what comes may miss the cell
    public record Part(int place, Cell cell, int missing, int tests) {}
}
