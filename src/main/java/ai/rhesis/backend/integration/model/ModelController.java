package ai.rhesis.backend.integration.model;

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
@RequestMapping("/models")
class ModelController implements Recyclable<Model> {

    private final ModelService models;

    ModelController(ModelService models) {
        this.models = models;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<ModelResponse>> list(ListRequest request) {
        return models.list(request).map(ModelResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public ModelResponse get(@PathVariable UUID id) {
        return ModelResponse.of(models.get(id));
    }

    @GetMapping("/provider/{provider}")
    List<String> names(@PathVariable String provider) {
        return ModelNames.language(provider);
    }

    @GetMapping("/provider/{provider}/embeddings")
    List<String> embeddingNames(@PathVariable String provider) {
        return ModelNames.embedding(provider);
    }

    @PostMapping
    ModelResponse create(@RequestBody ModelRequest request) {
        return ModelResponse.of(models.create(request));
    }

    @PutMapping("/{id}")
    ModelResponse update(@PathVariable UUID id, Patch<ModelRequest> change) {
        return ModelResponse.of(models.update(id, change));
    }

    @DeleteMapping("/{id}")
    ModelResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return ModelResponse.of(models.delete(id, ifMatch));
    }
}
