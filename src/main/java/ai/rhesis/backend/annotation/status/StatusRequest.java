package ai.rhesis.backend.annotation.status;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A status as a client writes it.
record StatusRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        @Nullable UUID entityTypeId) {

    static StatusRequest of(Status status) {
        return new StatusRequest(status.getId(), status.getName(), status.getDescription(), status.getEntityTypeId());
    }
}
