package ai.rhesis.backend.run.experiment;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.run.testrun.TestRunResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExperimentResultsController {

    private static final int MAX_RUNS = 1000;

    private final ExperimentResults results;

    ExperimentResultsController(ExperimentResults results) {
        this.results = results;
    }

    @GetMapping("/experiments/{id}/results")
    ExperimentResultsResponse results(
            @PathVariable UUID id,
            @RequestParam(name = "group_by", defaultValue = "run") String groupBy,
            @RequestParam(defaultValue = "100") int limit) {
        ListRequest.requireLimit(limit, MAX_RUNS);
        return switch (groupBy) {
            case "run" ->
                new ExperimentResultsResponse(results.byRun(id, limit).stream()
                        .map(TestRunResponse::of)
                        .toList());
            case "version" ->
                new ExperimentResultsResponse(results.byVersion(id, limit).stream()
                        .map(VersionResultsResponse::of)
                        .toList());
            default ->
                throw Problem.notOneOf("group_by", List.of("run", "version")).exception();
        };
    }
}
