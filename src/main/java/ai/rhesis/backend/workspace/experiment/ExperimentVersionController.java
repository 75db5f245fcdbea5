package ai.rhesis.backend.workspace.experiment;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/experiments/{id}/versions")
class ExperimentVersionController {

    private final ExperimentVersionService versions;

    ExperimentVersionController(ExperimentVersionService versions) {
        this.versions = versions;
    }

    @GetMapping
    List<ExperimentVersionResponse> versions(@PathVariable UUID id) {
        return versions.list(id).stream().map(ExperimentVersionResponse::of).toList();
    }

    @GetMapping("/{version}")
    ExperimentVersionResponse version(@PathVariable UUID id, @PathVariable String version) {
        return ExperimentVersionResponse.of(versions.get(id, VersionKey.of(version)));
    }

    @PostMapping
    ResponseEntity<ExperimentVersionResponse> commit(
            @PathVariable UUID id, @RequestBody ExperimentVersionRequest request) {
        ExperimentVersionService.Commit commit = versions.commit(id, request);
        return ResponseEntity.status(commit.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ExperimentVersionResponse.of(commit.version()));
    }
}
