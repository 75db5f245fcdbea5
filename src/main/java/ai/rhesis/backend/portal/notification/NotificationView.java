package ai.rhesis.backend.portal.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A notification, as it is listed and as the socket tells it.
///
/// @param itemCount how many things it stands for, by which badges count
/// @param payload more of them than `entity_id`, as `entity_ids`
record NotificationView(
        UUID id,
        String eventType,
        String section,
        String title,
        @Nullable String body,
        boolean isFailure,
        @Nullable String entityType,
        @Nullable UUID entityId,
        int itemCount,
        @Nullable JsonNode payload,
        @Nullable Instant readAt,
        Instant createdAt,
        @Nullable UUID projectId) {}
