package ai.rhesis.backend.suite.source;

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
@RequestMapping("/sources")
class SourceController implements Recyclable<KnowledgeSource> {

    private final SourceService sources;

    SourceController(SourceService sources) {
        this.sources = sources;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<SourceResponse>> list(ListRequest request) {
        return sources.list(request).map(SourceResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public SourceResponse get(@PathVariable UUID id) {
        return SourceResponse.of(sources.get(id));
    }

    @GetMapping("/{id}/content")
    SourceContentResponse content(@PathVariable UUID id) {
        return SourceContentResponse.of(sources.text(id));
    }

    @PostMapping
    SourceResponse create(@RequestBody SourceRequest request) {
        return SourceResponse.of(sources.create(request));
    }

    @PutMapping("/{id}")
    SourceResponse update(@PathVariable UUID id, Patch<SourceRequest> change) {
        return SourceResponse.of(sources.update(id, change));
    }

    @DeleteMapping("/{id}")
    SourceResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return SourceResponse.of(sources.delete(id, ifMatch));
    }
}
