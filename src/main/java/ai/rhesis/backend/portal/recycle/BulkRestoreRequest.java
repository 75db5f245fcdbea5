package ai.rhesis.backend.portal.recycle;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;

/// The deleted objects to bring back.
record BulkRestoreRequest(@NotEmpty @Size(max = 1000) List<@NotNull UUID> ids) {

    SequencedSet<UUID> distinctIds() {
        return new LinkedHashSet<>(ids);
    }
}
