package ai.rhesis.backend.suite.importing;

import java.util.UUID;

/// Confirmation that an import was given up.
record CancelledResponse(String status, UUID importId) {

    static CancelledResponse of(UUID id) {
        return new CancelledResponse("cancelled", id);
    }
}
