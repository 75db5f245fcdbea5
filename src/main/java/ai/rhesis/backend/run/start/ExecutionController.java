package ai.rhesis.backend.run.start;

import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.run.testrun.TestRunResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The routes that start runs, under the paths of what they belong to.
@RestController
class ExecutionController {

    private final RunStart start;
    private final RunReview review;

    ExecutionController(RunStart start, RunReview review) {
        this.start = start;
        this.review = review;
    }

    @Capability("test_set:execute")
    @PostMapping("/test_sets/{id}/execute/{endpoint_id}")
    StartedResponse execute(
            @PathVariable String id,
            @PathVariable("endpoint_id") UUID targetId,
            @RequestBody(required = false) @Nullable ExecutionRequest request) {
        return StartedResponse.of(start.execute(id, targetId, ExecutionRequest.orDefault(request)));
    }

    @GetMapping("/test_sets/{id}/last-run/{endpoint_id}")
    LastRunResponse lastRun(@PathVariable String id, @PathVariable("endpoint_id") UUID targetId) {
        return LastRunResponse.of(review.last(id, targetId));
    }

    @PostMapping("/test_configurations/{id}/execute")
    StartedResponse execute(@PathVariable UUID id, @RequestBody(required = false) @Nullable ExecutionRequest request) {
        return StartedResponse.of(start.execute(id, ExecutionRequest.orDefault(request)));
    }

    @Capability("test_run:execute")
    @PostMapping("/test_runs/{id}/rescore")
    StartedResponse rescore(@PathVariable UUID id, @RequestBody(required = false) @Nullable ExecutionRequest request) {
        return StartedResponse.of(start.rescore(id, ExecutionRequest.orDefault(request)));
    }

    @PostMapping("/test_runs/{id}/resume")
    TestRunResponse resume(@PathVariable UUID id) {
        return TestRunResponse.of(start.resume(id));
    }
}
