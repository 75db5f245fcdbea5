package ai.rhesis.backend.suite.generation;

import java.util.List;

/// Tests that came of one answer and are new, and the state of the generation behind them.
///
/// @param surplus tests of cells that are full, to be taken where others can't be had
/// @param calls how many answers were asked for in all
public record Produced(List<GeneratedCase> tests, List<CellState> cells, List<GeneratedCase> surplus, int calls) {}
