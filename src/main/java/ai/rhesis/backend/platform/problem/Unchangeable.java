package ai.rhesis.backend.platform.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Fields that keep the value they were made with.
public final class Unchangeable {

    private Unchangeable() {}

    /// @throws ProblemException 422 on `field` when it would get another value
    public static void require(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw Problem.invalid(field, "can't be changed").exception();
        }
    }
}
