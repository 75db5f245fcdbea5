package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The sets that hold a test, under the path of tests: tests themselves know of no sets.
@RestController
class HoldingController {

    private final TestSetContent content;

    HoldingController(TestSetContent content) {
        this.content = content;
    }

    @GetMapping("/tests/{id}/test_sets")
    ResponseEntity<List<TestSetResponse>> testSets(@PathVariable UUID id, ListRequest request) {
        return content.setsWith(id, request).map(TestSetResponse::of).toResponse();
    }
}
