package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.web.body.NamedReference;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The resolution of the status and the priority that a body names; without a status a task is open.
@Component
class TaskLinking {

    private static final NamedReference OPEN = NamedReference.of("Open");
    private static final String COMPLETED = "Completed";

    private final StatusService statuses;
    private final TypeLookupService lookups;

    TaskLinking(StatusService statuses, TypeLookupService lookups) {
        this.statuses = statuses;
        this.lookups = lookups;
    }

    /// @param sent whether the body holds a key
    TaskLinks of(TaskRequest request, Predicate<String> sent) {
        NamedReference chosen = NamedReference.chosen(request.statusId(), sent.test("status_id"), request.status());
        Status status = statuses.require("Task", Objects.requireNonNullElse(chosen, OPEN), "status");
        return new TaskLinks(status.getId(), status.getName().equalsIgnoreCase(COMPLETED), priorityId(request, sent));
    }

    private @Nullable UUID priorityId(TaskRequest request, Predicate<String> sent) {
        NamedReference chosen =
                NamedReference.chosen(request.priorityId(), sent.test("priority_id"), request.priority());
        return chosen == null
                ? null
                : lookups.require("TaskPriority", chosen, "priority").getId();
    }
}
