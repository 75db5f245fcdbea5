package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.platform.security.Capability;
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

    @Capability("test_set:export")
    @GetMapping("/test_sets/{id}/download")
    void download(
            @PathVariable String id, @RequestParam(defaultValue = "csv") String format, HttpServletResponse response) {
        download.send(id, ExportFormat.of(format), response);
    }
}
