package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tasks")
class TaskController implements Recyclable<Task> {

    private final TaskService tasks;

    TaskController(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<TaskResponse>> list(ListRequest request) {
        return tasks.list(request).map(TaskResponse::of).toResponse();
    }

    @GetMapping("/{entity_type}/{entity_id}")
    ResponseEntity<List<TaskResponse>> listAbout(
            @PathVariable("entity_type") String entityType,
            @PathVariable("entity_id") UUID entityId,
            ListRequest request) {
        return tasks.listAbout(entityType, entityId, request)
                .map(TaskResponse::of)
                .toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TaskResponse get(@PathVariable UUID id) {
        return TaskResponse.of(tasks.get(id));
    }

    @PostMapping
    TaskResponse create(@RequestBody TaskRequest request) {
        return TaskResponse.of(tasks.create(request));
    }

    @RequestMapping(
            path = "/{id}",
            method = {RequestMethod.PATCH, RequestMethod.PUT})
    TaskResponse update(@PathVariable UUID id, Patch<TaskRequest> change) {
        return TaskResponse.of(tasks.update(id, change));
    }

    @DeleteMapping("/{id}")
    TaskResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return TaskResponse.of(tasks.delete(id, ifMatch));
    }
}
