package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.query.QueryParameters;
import ai.rhesis.backend.run.testrun.TestRunService;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The traces of a run under its path, where clients look for them.
@RestController
class RunTracesController {

    private final TraceListService traces;
    private final TestRunService runs;

    RunTracesController(TraceListService traces, TestRunService runs) {
        this.traces = traces;
        this.runs = runs;
    }

    @GetMapping("/test_runs/{id}/traces")
    TraceListResponse tracesOfRun(@PathVariable UUID id, WebRequest request) {
        runs.require(id);
        TracePage page = TracePage.of(new QueryParameters(request::getParameter));
        return TraceListResponse.of(traces.list(TraceFilter.ofRun(id), page));
    }
}
