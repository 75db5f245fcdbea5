package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.security.PermittedActions;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task as a client reads it; `total_comments` repeats `counts.comments` for older clients.
record TaskResponse(
        Identity identity,
        String title,
        @Nullable String description,
        @Nullable UUID statusId,
        @Nullable Reference status,
        @Nullable UUID priorityId,
        @Nullable TypeReference priority,
        @Nullable UserReference user,
        @Nullable UUID assigneeId,
        @Nullable UserReference assignee,
        @Nullable Instant completedAt,
        @Nullable String entityType,
        @Nullable UUID entityId,
        @Nullable Map<String, @Nullable Object> taskMetadata,
        long totalComments,
        Counts counts,
        List<String> permittedActions)
        implements Identified {

    static TaskResponse of(TaskView view) {
        Task task = view.task();
        return new TaskResponse(
                Identity.of(task),
                task.getName(),
                task.getDescription(),
                task.getStatusId(),
                view.status(),
                task.getPriorityId(),
                view.priority(),
                view.user(),
                task.getAssigneeId(),
                view.assignee(),
                task.getCompletedAt(),
                task.getEntityType(),
                task.getEntityId(),
                task.getTaskMetadata(),
                view.counts().comments(),
                view.counts(),
                PermittedActions.ofMembers("task:update", "task:delete"));
    }
}
