package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A piece of work for a member, about an object or on its own.
@Entity
@Table(name = "task")
@Resource(name = "Task", path = "/tasks")
class Task extends TenantEntity implements Subject {

    private String title;
    private @Nullable String description;
    private @Nullable UUID statusId;
    private @Nullable UUID priorityId;
    private @Nullable UUID assigneeId;
    private @Nullable Instant completedAt;
    private @Nullable String entityType;
    private @Nullable UUID entityId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> taskMetadata;

    protected Task() {}

    Task(TaskRequest request, TaskLinks links) {
        identify(request.id());
        change(request, links);
    }

    /// Takes the values of a request. A completed task has a time of completion: the given one, or now.
    final void change(TaskRequest request, TaskLinks links) {
        title = request.title();
        description = request.description();
        statusId = links.statusId();
        priorityId = links.priorityId();
        assigneeId = request.assigneeId();
        completedAt = links.isCompleted() ? completion(request) : null;
        entityType = request.entityType();
        entityId = request.entityId();
        taskMetadata = request.taskMetadata();
    }

    void keepMetadata(Map<String, @Nullable Object> metadata) {
        taskMetadata = metadata;
    }

    private static Instant completion(TaskRequest request) {
        Instant said = request.completedAt();
        return (said == null ? Instant.now() : said).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String getName() {
        return title;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }

    public @Nullable UUID getPriorityId() {
        return priorityId;
    }

    public @Nullable UUID getAssigneeId() {
        return assigneeId;
    }

    public @Nullable Instant getCompletedAt() {
        return completedAt;
    }

    public @Nullable String getEntityType() {
        return entityType;
    }

    public @Nullable UUID getEntityId() {
        return entityId;
    }

    public @Nullable Map<String, @Nullable Object> getTaskMetadata() {
        return taskMetadata;
    }
}
