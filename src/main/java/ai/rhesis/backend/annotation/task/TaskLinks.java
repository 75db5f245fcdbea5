package ai.rhesis.backend.annotation.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the names in a body mean, and whether the status is the one that ends a task.
record TaskLinks(
        UUID statusId, boolean isCompleted, @Nullable UUID priorityId) {}
