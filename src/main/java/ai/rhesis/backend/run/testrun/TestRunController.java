package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/test_runs")
class TestRunController implements Recyclable<TestRun> {

    private final TestRunService runs;
    private final SdkRunStatus status;

    TestRunController(TestRunService runs, SdkRunStatus status) {
        this.runs = runs;
        this.status = status;
    }

    @Override
    public ResponseEntity<List<TestRunResponse>> list(ListRequest request) {
        return runs.list(request).map(this::response).toResponse();
    }

    /// Lists runs, on request only those with or without an experiment or a review.
    @GetMapping
    ResponseEntity<List<TestRunResponse>> list(
            ListRequest request,
            @RequestParam(name = "has_experiment", required = false) @Nullable Boolean hasExperiment,
            @RequestParam(name = "has_reviews", required = false) @Nullable Boolean hasReviews) {
        return runs.list(request, hasExperiment, hasReviews).map(this::response).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TestRunResponse get(@PathVariable UUID id) {
        return response(runs.get(id));
    }

    @PostMapping
    TestRunResponse create(@RequestBody TestRunRequest request) {
        return response(runs.create(request));
    }

    @PutMapping("/{id}")
    TestRunResponse update(@PathVariable UUID id, Patch<TestRunRequest> change) {
        return response(runs.update(id, change));
    }

    @DeleteMapping("/{id}")
    TestRunResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return response(runs.delete(id, ifMatch));
    }

    @PostMapping("/{id}/cancel")
    TestRunResponse cancel(@PathVariable UUID id) {
        return response(runs.cancel(id));
    }

    private TestRunResponse response(TestRunView view) {
        return TestRunResponse.of(status.readable(view));
    }
}
