package ai.rhesis.backend.suite.classification;

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
import org.springframework.web.bind.annotation.RequestParam;

/// The routes that both trees have.
abstract class ClassificationController<C extends Classification> implements Recyclable<C> {

    private final ClassificationService<C> tree;

    ClassificationController(ClassificationService<C> tree) {
        this.tree = tree;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<ClassificationResponse>> list(ListRequest request) {
        return tree.list(request, null).map(ClassificationResponse::of).toResponse();
    }

    @GetMapping(params = "entity_type")
    ResponseEntity<List<ClassificationResponse>> list(
            ListRequest request, @RequestParam("entity_type") String entityType) {
        return tree.list(request, entityType).map(ClassificationResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public ClassificationResponse get(@PathVariable UUID id) {
        return ClassificationResponse.of(tree.get(id));
    }

    @PostMapping
    ClassificationResponse create(@RequestBody ClassificationRequest request) {
        return ClassificationResponse.of(NameRace.settle(() -> tree.create(request)));
    }

    @PutMapping("/{id}")
    ClassificationResponse update(@PathVariable UUID id, Patch<ClassificationRequest> change) {
        return ClassificationResponse.of(tree.update(id, change));
    }

    @DeleteMapping("/{id}")
    ClassificationResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return ClassificationResponse.of(tree.delete(id, ifMatch));
    }
}
