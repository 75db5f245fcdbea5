package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The files of a result under `/test_results`, where clients look for them.
@RestController
class TestResultFilesController {

    private final StoredFileService files;

    TestResultFilesController(StoredFileService files) {
        this.files = files;
    }

    @GetMapping("/test_results/{id}/files")
    ResponseEntity<List<StoredFileResponse>> files(@PathVariable UUID id, ListRequest request) {
        return files.listAbout("TestResult", id, request)
                .map(StoredFileResponse::of)
                .toResponse();
    }
}
