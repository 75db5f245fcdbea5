package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deleted object that can't come back, and the living one that stands in its way.
record Conflict(UUID id, Object error, @Nullable Object existingId) {

    static Conflict of(UUID id, Problem problem) {
        return new Conflict(id, problem.detail(), problem.members().get("existing_id"));
    }
}
