package ai.rhesis.backend.annotation.task;

import java.util.UUID;

/// The assignment of a task to another member than the one who assigns it, published within the transaction.
public record TaskAssigned(UUID taskId, String title, UUID assigneeId) {}
