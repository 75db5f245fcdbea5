package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.suite.testset.TestSetResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The routes of trees. Everywhere `id` is the id, the nano id or the slug of a set.
@RestController
@RequestMapping("/explorer")
class ExplorerSetController {

    private final ExplorerSets sets;
    private final ExplorerSettings settings;

    ExplorerSetController(ExplorerSets sets, ExplorerSettings settings) {
        this.sets = sets;
        this.settings = settings;
    }

    @Capability("explorer:read")
    @GetMapping
    ResponseEntity<List<TestSetResponse>> list(ListRequest request) {
        return sets.list(request).map(TestSetResponse::of).toResponse();
    }

    @Capability("explorer:create")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TestSetResponse createTree(@RequestBody ExplorerSetRequest request) {
        return TestSetResponse.of(sets.create(request));
    }

    @PostMapping("/import/{id}")
    @ResponseStatus(HttpStatus.CREATED)
    ImportedSetResponse importSet(@PathVariable String id) {
        return ImportedSetResponse.of(sets.importFrom(id));
    }

    @PostMapping("/export/{id}")
    @ResponseStatus(HttpStatus.CREATED)
    ExportedSetResponse exportSet(@PathVariable String id) {
        return ExportedSetResponse.of(sets.exportFrom(id));
    }

    @DeleteMapping("/bulk")
    SetsDeletedResponse deleteAll(@RequestBody SetIdsRequest request) {
        return sets.deleteAll(request);
    }

    @Capability("explorer:delete")
    @DeleteMapping("/{id}")
    TestSetResponse deleteTree(@PathVariable String id, IfMatch ifMatch) {
        return TestSetResponse.of(sets.delete(id, ifMatch));
    }

    @GetMapping("/{id}/settings")
    ExplorerSettingsResponse settings(@PathVariable String id) {
        return settings.get(id);
    }

    @Capability("explorer:update")
    @PutMapping("/{id}/settings")
    ExplorerSettingsResponse changeSettings(@PathVariable String id, @RequestBody ExplorerSettingsRequest request) {
        return settings.change(id, request);
    }
}
