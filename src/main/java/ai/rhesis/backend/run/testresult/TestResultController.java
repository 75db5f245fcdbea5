package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
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
@RequestMapping("/test_results")
class TestResultController implements Recyclable<TestResult> {

    private final TestResultService results;
    private final ApplicationEventPublisher events;

    TestResultController(TestResultService results, ApplicationEventPublisher events) {
        this.results = results;
        this.events = events;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<TestResultResponse>> list(ListRequest request) {
        return results.list(request).map(TestResultResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TestResultResponse get(@PathVariable UUID id) {
        return TestResultResponse.of(results.get(id));
    }

    @PostMapping
    TestResultResponse create(@RequestBody TestResultRequest request) {
        TestResultView created = results.create(request);
        if (request.testRunId() != null) {
            events.publishEvent(new ResultsWritten(request.testRunId(), false));
        }
        return TestResultResponse.of(created);
    }

    @PutMapping("/{id}")
    TestResultResponse update(@PathVariable UUID id, Patch<TestResultRequest> change) {
        return TestResultResponse.of(results.update(id, change));
    }

    @DeleteMapping("/{id}")
    TestResultResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return TestResultResponse.of(results.delete(id, ifMatch));
    }
}
