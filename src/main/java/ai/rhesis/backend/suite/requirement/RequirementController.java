package ai.rhesis.backend.suite.requirement;

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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/requirements")
class RequirementController implements Recyclable<Requirement> {

    private final RequirementService requirements;

    RequirementController(RequirementService requirements) {
        this.requirements = requirements;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<RequirementResponse>> list(ListRequest request) {
        return requirements.list(request).map(RequirementResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public RequirementResponse get(@PathVariable UUID id) {
        return RequirementResponse.of(requirements.get(id));
    }

    @PostMapping
    RequirementResponse create(@RequestBody RequirementRequest request) {
        return RequirementResponse.of(NameRace.settle(() -> requirements.create(request)));
    }

    @PutMapping("/{id}")
    RequirementResponse update(@PathVariable UUID id, Patch<RequirementRequest> change) {
        return RequirementResponse.of(requirements.update(id, change));
    }

    @DeleteMapping("/{id}")
    RequirementResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return RequirementResponse.of(requirements.delete(id, ifMatch));
    }
}
