package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The versions of a set; `id` is its id, nano id or slug, a version is named by its number, label or hash.
@RestController
@RequestMapping("/test_sets/{id}/versions")
class VersionController {

    private final VersionService versions;
    private final VersionRestore restore;

    VersionController(VersionService versions, VersionRestore restore) {
        this.versions = versions;
        this.restore = restore;
    }

    @PostMapping
    ResponseEntity<VersionResponse> makeVersion(
            @PathVariable String id, @RequestBody(required = false) @Nullable VersionRequest request) {
        MadeVersion made = versions.create(id, request == null ? new VersionRequest(null, null) : request);
        return ResponseEntity.status(made.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(VersionResponse.of(made.version()));
    }

    @GetMapping
    ResponseEntity<List<VersionResponse>> listVersions(@PathVariable String id, ListRequest request) {
        return versions.list(id, request).map(VersionResponse::of).toResponse();
    }

    @GetMapping("/{version}")
    VersionResponse getVersion(@PathVariable String id, @PathVariable String version) {
        return VersionResponse.of(versions.get(id, version));
    }

    @GetMapping("/{version}/tests")
    ResponseEntity<List<VersionedTestResponse>> versionTests(
            @PathVariable String id, @PathVariable String version, ListRequest request) {
        return versions.tests(id, version, request)
                .map(VersionedTestResponse::of)
                .toResponse();
    }

    @GetMapping("/{version}/diff/{other}")
    VersionDiff diffVersions(@PathVariable String id, @PathVariable String version, @PathVariable String other) {
        return versions.diff(id, version, other);
    }

    @PostMapping("/{version}/restore")
    RestoreResponse restoreVersion(@PathVariable String id, @PathVariable String version) {
        return RestoreResponse.of(restore.restore(id, version));
    }

    @PutMapping("/{version}/label")
    VersionResponse labelVersion(
            @PathVariable String id, @PathVariable String version, @RequestBody LabelRequest request) {
        return VersionResponse.of(versions.label(id, version, request.label()));
    }
}
