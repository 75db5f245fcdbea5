package ai.rhesis.backend.run.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

    private final ReportService reports;
    private final ReportPage page;

    ReportController(ReportService reports, ReportPage page) {
        this.reports = reports;
        this.page = page;
    }

    // without a media type, as the events of a run
    @GetMapping("/test_runs/{id}/report")
    void report(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Report report = reports.read(id);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", ReportPage.POLICY);
        page.write(report, failing(id), Figures.time(Instant.now()), response.getWriter());
    }

    /// Asks for the next page when the one before is written, so that the longest report needs the memory of one page.
    private Iterable<FailingTestCase> failing(UUID id) {
        return () -> {
            Stream<List<FailingTestCase>> pages = Stream.iterate(
                    reports.failing(id, 0),
                    found -> !found.isEmpty(),
                    found -> reports.failing(id, found.getLast().position()));
            return pages.flatMap(List::stream).iterator();
        };
    }
}
