package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.integration.endpoint.Probe;
import org.jspecify.annotations.Nullable;

/// The tries of a proposal so far.
///
/// @param last null when there was none
record Probing(int attempts, @Nullable Probe last) {

    static final Probing NONE = new Probing(0, null);

    Probing and(Probe next) {
        return new Probing(attempts + 1, next);
    }

    boolean isFailed() {
        return last != null && !last.isSuccess();
    }

    boolean isSuccess() {
        return last != null && last.isSuccess();
    }
}
