package ai.rhesis.backend.run.testresult;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What came of a run, under the path of runs: those know nothing of results.
@RestController
@RequestMapping("/test_runs/{id}")
class RunSummaryController {

    private final RunSummaryService summaries;
    private final RunFile file;

    RunSummaryController(RunSummaryService summaries, RunFile file) {
        this.summaries = summaries;
        this.file = file;
    }

    @GetMapping("/metrics")
    List<SummaryView> metrics(@PathVariable UUID id) {
        return summaries.metrics(id);
    }

    @GetMapping("/requirements")
    List<SummaryView> requirements(@PathVariable UUID id) {
        return summaries.requirements(id);
    }

    @GetMapping("/download")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/json")})
    void download(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"csv", "json"})) @RequestParam(defaultValue = "csv")
                    String format,
            HttpServletResponse response) {
        file.send(id, format, response);
    }
}
