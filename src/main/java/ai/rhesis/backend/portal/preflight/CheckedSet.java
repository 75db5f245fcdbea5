package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.suite.testset.TestSetReference;
import java.util.UUID;

/// A test set that is looked at.
record CheckedSet(UUID id, String name, boolean isMultiTurn) {

    private static final String MULTI_TURN = "Multi-Turn";

    static CheckedSet of(TestSetReference set) {
        TypeReference type = set.testSetType();
        return new CheckedSet(
                set.id(), set.name(), type != null && type.typeValue().equals(MULTI_TURN));
    }

    /// Names the turns of its tests, as metrics name them in their scope.
    String scope() {
        return isMultiTurn ? MULTI_TURN : "Single-Turn";
    }
}
