package ai.rhesis.backend.annotation.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ids that the names in a body stand for, and whether the status ends a task.
record TaskLinks(
        UUID statusId, boolean isCompleted, @Nullable UUID priorityId) {}
