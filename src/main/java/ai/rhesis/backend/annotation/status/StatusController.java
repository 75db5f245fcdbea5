package ai.rhesis.backend.annotation.status;

import ai.rhesis.backend.platform.persistence.NameRace;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/statuses")
class StatusController implements Recyclable<Status> {

    private final StatusService statuses;

    StatusController(StatusService statuses) {
        this.statuses = statuses;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<StatusResponse>> list(ListRequest request) {
        return statuses.list(request, null).map(StatusResponse::of).toResponse();
    }

    @GetMapping(params = "entity_type")
    ResponseEntity<List<StatusResponse>> list(ListRequest request, @RequestParam("entity_type") String entityType) {
        return statuses.list(request, entityType).map(StatusResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public StatusResponse get(@PathVariable UUID id) {
        return StatusResponse.of(statuses.get(id));
    }

    @PostMapping
    StatusResponse create(@RequestBody StatusRequest request) {
        return StatusResponse.of(NameRace.settle(() -> statuses.create(request)));
    }

    @PutMapping("/{id}")
    StatusResponse update(@PathVariable UUID id, Patch<StatusRequest> change) {
        return StatusResponse.of(statuses.update(id, change));
    }

    @DeleteMapping("/{id}")
    StatusResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return StatusResponse.of(statuses.delete(id, ifMatch));
    }
}
