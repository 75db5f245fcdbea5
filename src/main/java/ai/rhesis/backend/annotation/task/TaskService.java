package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.annotation.subject.CountService;
import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.subject.Subjects;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tasks and their course from open to completed.
@Service
@Transactional
class TaskService {

    private final TaskRepository tasks;
    private final TaskLinking linking;
    private final Subjects subjects;
    private final CountService counts;
    private final ApplicationEventPublisher events;

    TaskService(
            TaskRepository tasks,
            TaskLinking linking,
            Subjects subjects,
            CountService counts,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.linking = linking;
        this.subjects = subjects;
        this.counts = counts;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Listing<TaskView> list(ListRequest request) {
        return list(request, Restriction.none());
    }

    @Transactional(readOnly = true)
    Listing<TaskView> listAbout(String type, UUID id, ListRequest request) {
        return list(request, subjects.about(type, id));
    }

    @Transactional(readOnly = true)
    TaskView get(UUID id) {
        return view(tasks.get(id));
    }

    TaskView create(TaskRequest request) {
        requireSubject(request);
        Task task = tasks.save(new Task(request, linking.of(request, key -> false)));
        tellAssignee(task, null);
        return view(task);
    }

    TaskView update(UUID id, Patch<TaskRequest> change) {
        Task task = tasks.getForUpdate(id);
        TaskRequest request = change.applyTo(TaskRequest.of(task), task.getVersion());
        // what a task is about may be deleted meanwhile, and the task goes on
        if (!request.isAboutTheSameAs(task)) {
            requireSubject(request);
        }
        UUID assigneeBefore = task.getAssigneeId();
        task.change(request, linking.of(request, change::mentions));
        Task changed = tasks.save(task);
        tellAssignee(changed, assigneeBefore);
        return view(changed);
    }

    TaskView delete(UUID id, IfMatch ifMatch) {
        Task task = tasks.getForUpdate(id);
        ifMatch.check(task.getVersion());
        TaskView last = view(task);
        task.delete();
        tasks.save(task);
        return last;
    }

    private void tellAssignee(Task task, @Nullable UUID before) {
        UUID assignee = task.getAssigneeId();
        if (assignee != null
                && !assignee.equals(before)
                && !assignee.equals(Tenant.current().userId())) {
            events.publishEvent(new TaskAssigned(task.getId(), task.getName(), assignee));
        }
    }

    private void requireSubject(TaskRequest request) {
        if (request.isAboutAnything()) {
            subjects.require("body", request.entityType(), request.entityId());
        }
    }

    private Listing<TaskView> list(ListRequest request, Restriction<Task> restriction) {
        return tasks.listIds(request, TaskFields.ALL, restriction).mapAll(this::views);
    }

    private TaskView view(Task task) {
        return views(List.of(task.getId())).getFirst();
    }

    private List<TaskView> views(List<UUID> ids) {
        Map<UUID, Counts> countsById = counts.of(Task.class, ids);
        return InOrder.of(ids, tasks.findViews(ids), view -> view.task().getId()).stream()
                .map(view -> view.with(countsById.getOrDefault(view.task().getId(), Counts.NONE)))
                .toList();
    }
}
