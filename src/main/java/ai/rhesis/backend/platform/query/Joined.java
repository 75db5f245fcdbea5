package ai.rhesis.backend.platform.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The columns that a query reads of a joined row; without an id when there was no such row.
public interface Joined {

    UUID id();

    /// Returns the object, or null when nothing was joined.
    static <J extends Joined> @Nullable J orNull(@Nullable J joined) {
        UUID id = joined == null ? null : joined.id();
        return id == null ? null : joined;
    }
}
