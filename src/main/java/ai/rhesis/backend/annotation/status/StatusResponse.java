package ai.rhesis.backend.annotation.status;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A status as a client reads it.
record StatusResponse(
        Identity identity,
        String name,
        @Nullable String description,
        @Nullable UUID entityTypeId) implements Identified {

    static StatusResponse of(Status status) {
        return new StatusResponse(
                Identity.of(status), status.getName(), status.getDescription(), status.getEntityTypeId());
    }
}
