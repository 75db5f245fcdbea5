package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.suite.generation.GenerationGoal;

/// What is kept of a request for a generation.
///
/// @param batch how many tests one call asks for at most
record GenerationTask(GenerationGoal goal, ModelSnapshot model, int batch) {}
