package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rule of objects with a parent of their own kind: none is its own ancestor.
public final class Ancestry {

    private Ancestry() {}

    /// Walks up the ancestors, the deleted too because they can be restored, and locks each of them, so that two
    /// concurrent moves can't close a cycle.
    ///
    /// @param lockParentOf locks a row and reads its parent; empty for a row outside the project of the request
    /// @throws ProblemException 422 naming `parent_id` when the parent is the object or one below it
    public static void require(
            UUID id, @Nullable UUID parentId, Function<UUID, ? extends List<@Nullable UUID>> lockParentOf) {
        UUID ancestor = parentId;
        while (ancestor != null) {
            if (ancestor.equals(id)) {
                throw refused("must not be this object or one below it");
            }
            List<@Nullable UUID> above = lockParentOf.apply(ancestor);
            if (above.isEmpty() && !ancestor.equals(parentId)) {
                throw refused("has an ancestor in another project; send the request without X-Project-Id");
            }
            ancestor = above.isEmpty() ? null : above.getFirst();
        }
    }

    private static RuntimeException refused(String message) {
        return Problem.invalid("parent_id", message).exception();
    }
}
