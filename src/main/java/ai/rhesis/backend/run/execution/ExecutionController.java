package ai.rhesis.backend.run.execution;

import ai.rhesis.backend.run.testrun.TestRunResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What is executed, under the paths of what it belongs to: none of that knows of execution.
@RestController
class ExecutionController {

    private final RunStart start;
    private final RunReview review;
    private final Trial trial;

    ExecutionController(RunStart start, RunReview review, Trial trial) {
        this.start = start;
        this.review = review;
        this.trial = trial;
    }

    @PostMapping("/test_sets/{id}/execute/{endpoint_id}")
    StartedResponse execute(
            @PathVariable String id,
            @PathVariable("endpoint_id") UUID targetId,
            @RequestBody(required = false) @Nullable ExecutionRequest request) {
        return StartedResponse.of(start.execute(id, targetId, ExecutionRequest.orUsual(request)));
    }

    @GetMapping("/test_sets/{id}/last-run/{endpoint_id}")
    LastRunResponse lastRun(@PathVariable String id, @PathVariable("endpoint_id") UUID targetId) {
        return LastRunResponse.of(review.last(id, targetId));
    }

    @PostMapping("/test_configurations/{id}/execute")
    StartedResponse execute(@PathVariable UUID id, @RequestBody(required = false) @Nullable ExecutionRequest request) {
        return StartedResponse.of(start.execute(id, ExecutionRequest.orUsual(request)));
    }

    @PostMapping("/tests/execute")
    TrialResponse execute(@RequestBody TrialRequest request) {
        return trial.run(request);
    }

    @PostMapping("/test_runs/{id}/rescore")
    StartedResponse rescore(@PathVariable UUID id, @RequestBody(required = false) @Nullable ExecutionRequest request) {
        return StartedResponse.of(start.rescore(id, ExecutionRequest.orUsual(request)));
    }

    @PostMapping("/test_runs/{id}/resume")
    TestRunResponse resume(@PathVariable UUID id) {
        return TestRunResponse.of(review.get(start.resume(id).getId()));
    }

    @GetMapping("/jobs/{task_id}")
    JobResponse job(@PathVariable("task_id") UUID taskId) {
        return JobResponse.of(review.get(taskId));
    }
}
