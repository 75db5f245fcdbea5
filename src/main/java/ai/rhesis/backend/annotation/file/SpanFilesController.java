package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.AcrossProjects;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The files of a span under `/telemetry`, where clients look for them.
@RestController
class SpanFilesController {

    private final StoredFileService files;

    SpanFilesController(StoredFileService files) {
        this.files = files;
    }

    @AcrossProjects
    @GetMapping("/telemetry/spans/{id}/files")
    ResponseEntity<List<StoredFileResponse>> filesOfSpan(@PathVariable UUID id, ListRequest request) {
        return files.listAbout("Trace", id, request).map(StoredFileResponse::of).toResponse();
    }
}
