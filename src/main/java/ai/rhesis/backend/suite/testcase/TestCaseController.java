package ai.rhesis.backend.suite.testcase;

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
@RequestMapping("/tests")
class TestCaseController implements Recyclable<TestCase> {

    private final TestCaseService tests;

    TestCaseController(TestCaseService tests) {
        this.tests = tests;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<TestCaseResponse>> list(ListRequest request) {
        return tests.list(request).map(TestCaseResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TestCaseResponse get(@PathVariable UUID id) {
        return TestCaseResponse.of(tests.get(id));
    }

    @PostMapping
    TestCaseResponse create(@RequestBody TestCaseRequest request) {
        return TestCaseResponse.of(tests.create(request));
    }

    @PutMapping("/{id}")
    TestCaseResponse update(@PathVariable UUID id, Patch<TestCaseRequest> change) {
        return TestCaseResponse.of(tests.update(id, change));
    }

    @DeleteMapping("/{id}")
    TestCaseResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return TestCaseResponse.of(tests.delete(id, ifMatch));
    }
}
