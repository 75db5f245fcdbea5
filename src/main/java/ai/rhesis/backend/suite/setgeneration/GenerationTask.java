package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.suite.generation.GenerationGoal;

/// The part of a request for a generation that is kept.
///
/// @param batch how many tests one call asks for at most
record GenerationTask(GenerationGoal goal, ModelSnapshot model, int batch) {}
