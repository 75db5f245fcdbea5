package ai.rhesis.backend.suite.setgeneration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A generation as it is told.
///
/// @param coveredCells how many cells of the plan have a test
public record GenerationView(
        UUID id,
        UUID testSetId,
        GenerationState state,
        int requestedTests,
        int generatedTests,
        int cells,
        int coveredCells,
        @Nullable String error) {}
