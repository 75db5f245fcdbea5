package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.suite.generation.CellState;
import ai.rhesis.backend.suite.generation.GeneratedCase;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.TestGeneration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A generation as a node takes it up.
///
/// @param version as it was read
/// @param taken what the tests of the set say, the newest last
record GenerationWork(
        UUID id,
        UUID testSetId,
        @Nullable UUID projectId,
        long version,
        GenerationTask task,
        List<CellState> cells,
        List<GeneratedCase> surplus,
        int calls,
        List<String> taken) {

    TestGeneration.Task with(Material material) {
        return new TestGeneration.Task(task.goal(), task.model(), material, cells, task.batch(), calls, taken, surplus);
    }
}
