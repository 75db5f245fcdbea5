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

    TestRunController(TestRunService runs) {
        this.runs = runs;
    }

    @Override
    public ResponseEntity<List<TestRunResponse>> list(ListRequest request) {
        return runs.list(request).map(TestRunResponse::of).toResponse();
    }

    /// Lists runs, on request only those with or without an experiment.
    @GetMapping
    ResponseEntity<List<TestRunResponse>> list(
            ListRequest request, @RequestParam(name = "has_experiment", required = false) @Nullable Boolean isOfOne) {
        return isOfOne == null
                ? list(request)
                : runs.list(request, isOfOne).map(TestRunResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TestRunResponse get(@PathVariable UUID id) {
        return TestRunResponse.of(runs.get(id));
    }

    @PostMapping
    TestRunResponse create(@RequestBody TestRunRequest request) {
        return TestRunResponse.of(runs.create(request));
    }

    @PutMapping("/{id}")
    TestRunResponse update(@PathVariable UUID id, Patch<TestRunRequest> change) {
        return TestRunResponse.of(runs.update(id, change));
    }

    @DeleteMapping("/{id}")
    TestRunResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return TestRunResponse.of(runs.delete(id, ifMatch));
    }

    @PostMapping("/{id}/cancel")
    TestRunResponse cancel(@PathVariable UUID id) {
        return TestRunResponse.of(runs.cancel(id));
    }
}
