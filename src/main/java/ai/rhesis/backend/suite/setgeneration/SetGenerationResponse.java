package ai.rhesis.backend.suite.setgeneration;

import java.util.UUID;

/// The answer to a client whose set is being generated.
record SetGenerationResponse(UUID taskId, UUID testSetId, String message, int estimatedTests) {

    static SetGenerationResponse of(GenerationView view) {
        return new SetGenerationResponse(
                view.id(),
                view.testSetId(),
                "The generation of %d tests has begun; you are notified when it ends".formatted(view.requestedTests()),
                view.requestedTests());
    }
}
