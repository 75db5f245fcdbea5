package ai.rhesis.backend.portal.preflight;

import java.util.UUID;

/// A test set that is looked at.
record CheckedSet(UUID id, String name, boolean isMultiTurn) {

    /// Names the turns of its tests, as metrics name them in their scope.
    String scope() {
        return isMultiTurn ? "Multi-Turn" : "Single-Turn";
    }
}
