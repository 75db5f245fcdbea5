package ai.rhesis.backend.run.testresult;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The summaries of a run's results, under the path of runs, which know nothing of results.
@RestController
@RequestMapping("/test_runs/{id}")
class RunSummaryController {

    private final RunSummaryService summaries;
    private final RunFile file;

    RunSummaryController(RunSummaryService summaries, RunFile file) {
        this.summaries = summaries;
        this.file = file;
    }

    /// Lists the names of the metrics that judged, or, in detail, counts what they said.
    @GetMapping("/metrics")
    List<?> metrics(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean detail) {
        List<SummaryView> metrics = summaries.metrics(id);
        return detail ? metrics : metrics.stream().map(SummaryView::name).toList();
    }

    @GetMapping("/requirements")
    List<SummaryView> requirements(@PathVariable UUID id) {
        return summaries.requirements(id);
    }

    @GetMapping("/download")
    void download(
            @PathVariable UUID id, @RequestParam(defaultValue = "csv") String format, HttpServletResponse response) {
        file.send(id, format, response);
    }
}
