package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.platform.web.body.NamedReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task as a client writes it.
record TaskRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String title,
        @Nullable String description,
        @Nullable UUID statusId,
        @Valid @Nullable NamedReference status,
        @Nullable UUID priorityId,
        @Valid @Nullable NamedReference priority,
        @Nullable UUID assigneeId,
        @Nullable Instant completedAt,
        @Nullable String entityType,
        @Nullable UUID entityId,
        @Nullable Map<String, @Nullable Object> taskMetadata) {

    static TaskRequest of(Task task) {
        return new TaskRequest(
                task.getId(),
                task.getName(),
                task.getDescription(),
                null,
                NamedReference.of(task.getStatusId()),
                null,
                NamedReference.of(task.getPriorityId()),
                task.getAssigneeId(),
                task.getCompletedAt(),
                task.getEntityType(),
                task.getEntityId(),
                task.getTaskMetadata());
    }

    boolean isAboutAnything() {
        return entityType != null || entityId != null;
    }

    boolean isAboutTheSameAs(Task task) {
        return Objects.equals(entityType, task.getEntityType()) && Objects.equals(entityId, task.getEntityId());
    }
}
