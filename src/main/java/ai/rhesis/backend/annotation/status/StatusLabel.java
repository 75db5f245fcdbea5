package ai.rhesis.backend.annotation.status;

import ai.rhesis.backend.platform.query.Reference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The status that an organization shows for a state that is decided otherwise.
public record StatusLabel(@Nullable UUID id, @Nullable String nanoId, String name) {

    /// Takes the name of the state where the organization has no status for it any more.
    public static StatusLabel of(@Nullable Reference status, Object state) {
        return status == null
                ? new StatusLabel(null, null, state.toString())
                : new StatusLabel(status.id(), status.nanoId(), status.name());
    }
}
