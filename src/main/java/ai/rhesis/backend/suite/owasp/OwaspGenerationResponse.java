package ai.rhesis.backend.suite.owasp;

import ai.rhesis.backend.suite.setgeneration.GenerationView;
import java.util.UUID;

/// The answer to a client whose set of attacks is being generated.
record OwaspGenerationResponse(UUID taskId, UUID testSetId, String framework, int numTests, String message) {

    static OwaspGenerationResponse of(OwaspGenerationRequest request, GenerationView view) {
        return new OwaspGenerationResponse(
                view.id(),
                view.testSetId(),
                request.framework(),
                view.requestedTests(),
                "The generation of %d tests along the %s has begun; you are notified when it ends"
                        .formatted(
                                view.requestedTests(), request.list().report().label()));
    }
}
