package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.suite.testcase.TestCaseResponse;
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

/// The routes of test sets. Everywhere `id` is the id, the nano id or the slug of a set.
@RestController
@RequestMapping("/test_sets")
class TestSetController implements Recyclable<TestSet> {

    private final TestSetService sets;
    private final TestSetContent content;

    TestSetController(TestSetService sets, TestSetContent content) {
        this.sets = sets;
        this.content = content;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<TestSetResponse>> list(ListRequest request) {
        return sets.list(request, TestSetService.ofExplorer(false))
                .map(TestSetResponse::of)
                .toResponse();
    }

    @Override
    public TestSetResponse get(UUID id) {
        return get(id.toString());
    }

    @GetMapping("/{id}")
    TestSetResponse get(@PathVariable String id) {
        return TestSetResponse.of(sets.get(id));
    }

    @PostMapping
    TestSetResponse create(@RequestBody TestSetRequest request) {
        return TestSetResponse.of(sets.create(request));
    }

    @PutMapping("/{id}")
    TestSetResponse update(@PathVariable String id, Patch<TestSetRequest> change) {
        return TestSetResponse.of(sets.update(id, change));
    }

    @DeleteMapping("/{id}")
    TestSetResponse delete(@PathVariable String id, IfMatch ifMatch) {
        return TestSetResponse.of(sets.delete(id, ifMatch));
    }

    @GetMapping("/{id}/tests")
    ResponseEntity<List<TestCaseResponse>> tests(@PathVariable String id, ListRequest request) {
        return content.tests(id, request).map(TestCaseResponse::of).toResponse();
    }

    @PostMapping("/{id}/associate")
    AssociationResponse associate(@PathVariable String id, @RequestBody TestIdsRequest request) {
        return AssociationResponse.ofAdded(content.add(id, request));
    }

    @PostMapping("/{id}/disassociate")
    AssociationResponse disassociate(@PathVariable String id, @RequestBody TestIdsRequest request) {
        return AssociationResponse.ofRemoved(content.remove(id, request));
    }
}
