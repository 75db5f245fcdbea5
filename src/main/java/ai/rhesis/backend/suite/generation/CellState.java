package ai.rhesis.backend.suite.generation;

/// The state of a cell.
///
/// @param wanted how many tests it is to have
/// @param made how many it has
/// @param calls how many answers were asked for tests of it
/// @param misses how many of those held too few
public record CellState(Cell cell, int wanted, int made, int calls, int misses) {

    static CellState of(Cell cell, int wanted) {
        return new CellState(cell, wanted, 0, 0, 0);
    }

    int missing() {
        return Math.max(0, wanted - made);
    }

    CellState filled() {
        return new CellState(cell, wanted, made + 1, calls, misses);
    }

    CellState called(boolean enough) {
        return new CellState(cell, wanted, made, calls + 1, misses + (enough ? 0 : 1));
    }

    CellState wanting(int tests) {
        return new CellState(cell, tests, made, calls, misses);
    }
}
