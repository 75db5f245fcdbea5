package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
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
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/sources")
class SourceController implements Recyclable<KnowledgeSource> {

    private final SourceService sources;
    private final SourceDocuments documents;

    SourceController(SourceService sources, SourceDocuments documents) {
        this.sources = sources;
        this.documents = documents;
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

    @PostMapping("/upload")
    SourceContentResponse upload(
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String description) {
        return SourceContentResponse.of(documents.upload(file, title, description));
    }

    @PostMapping("/{id}/extract")
    ExtractionResponse extract(@PathVariable UUID id) throws IOException {
        return documents.extract(id);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id) throws IOException {
        return documents.file(id);
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
