package ai.rhesis.backend.portal.overview;

import ai.rhesis.backend.identity.user.UserReference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The last change of one object. `user` made the object; `is_bulk` is always false, for clients of servers that fold
/// several changes into one.
record ActivityResponse(
        String entityType,
        UUID entityId,
        String operation,
        Instant timestamp,
        UserReference user,
        EntityData entityData,
        boolean isBulk) {

    static ActivityResponse of(ObjectView object) {
        EntityData data = new EntityData(
                object.id(),
                object.nanoId(),
                object.name(),
                object.projectId(),
                object.user().id(),
                object.createdAt(),
                object.updatedAt());
        return new ActivityResponse(
                object.entityType(), object.id(), object.operation(), object.updatedAt(), object.user(), data, false);
    }

    record EntityData(
            UUID id,
            String nanoId,
            @Nullable String name,
            @Nullable UUID projectId,
            UUID userId,
            Instant createdAt,
            Instant updatedAt) {}
}
