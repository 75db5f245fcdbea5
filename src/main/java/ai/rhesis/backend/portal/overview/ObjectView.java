package ai.rhesis.backend.portal.overview;

import ai.rhesis.backend.identity.user.UserReference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An object of any main type, with the member who made it and the project it is in.
record ObjectView(
        String entityType,
        UUID id,
        String nanoId,
        @Nullable String name,
        @Nullable UUID projectId,
        @Nullable String projectName,
        UserReference user,
        long version,
        Instant createdAt,
        Instant updatedAt,
        boolean isDeleted) {

    /// Names the last change of the object.
    String operation() {
        if (isDeleted) {
            return "delete";
        }
        return version == 0 ? "create" : "update";
    }
}
