package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.body.Elements;
import ai.rhesis.backend.platform.web.body.StreamedBody;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.suite.testset.TestIdsRequest;
import ai.rhesis.backend.suite.testset.TestSetRequest;
import ai.rhesis.backend.suite.testset.TestSetResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BulkController {

    private static final int MAX_TESTS = 10_000;

    private final TestBulkService tests;
    private final TestSetBulkService sets;

    BulkController(TestBulkService tests, TestSetBulkService sets) {
        this.tests = tests;
        this.sets = sets;
    }

    @PostMapping("/tests/bulk")
    BulkResponse createTests(
            StreamedBody body,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        Elements<BulkRequest, TestCaseRequest> sent = read(body, BulkRequest.class);
        if (sent.elements().isEmpty()) {
            throw Problem.badRequest("tests", "tests must hold at least one test")
                    .exception();
        }
        return BulkResponse.of(tests.create(sent.elements(), sent.head().options(partial, dryRun)));
    }

    @DeleteMapping("/tests/bulk")
    DeletedTestsResponse deleteTests(@RequestBody TestIdsRequest request) {
        return DeletedTestsResponse.of(request.testIds(), tests.delete(request.testIds()));
    }

    @PostMapping("/test_sets/bulk")
    TestSetResponse createSet(StreamedBody body) {
        Elements<TestSetRequest, TestCaseRequest> sent = read(body, TestSetRequest.class);
        return TestSetResponse.of(sets.create(sent.head(), sent.elements()));
    }

    private static <H> Elements<H, TestCaseRequest> read(StreamedBody body, Class<H> head) {
        return body.read(head, TestBulkService.KEY, TestCaseRequest.class, MAX_TESTS);
    }
}
