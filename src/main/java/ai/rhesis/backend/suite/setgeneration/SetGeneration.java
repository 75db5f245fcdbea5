package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A set that is to be made of generated tests.
///
/// @param tests how many it is to have
/// @param batch how many tests one call asks for at most
public record SetGeneration(
        String name,
        @Nullable String description,
        @Nullable UUID projectId,
        GenerationGoal goal,
        ModelSnapshot model,
        int tests,
        int batch) {}
