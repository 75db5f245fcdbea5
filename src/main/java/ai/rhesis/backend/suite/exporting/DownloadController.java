package ai.rhesis.backend.suite.exporting;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DownloadController {

    private final Download download;

    DownloadController(Download download) {
        this.download = download;
    }

    /// The only handler that writes its answer itself, which is why the document is told here what it is.
    @GetMapping("/test_sets/{id}/download")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/json"),
                @Content(mediaType = "application/jsonl"),
                @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                @Content(mediaType = "application/yaml")
            })
    void download(
            @PathVariable String id,
            @Parameter(schema = @Schema(allowableValues = {"csv", "json", "jsonl", "xlsx", "promptfoo"}))
                    @RequestParam(defaultValue = "csv")
                    String format,
            HttpServletResponse response) {
        download.send(id, ExportFormat.of(format), response);
    }
}
