package ai.rhesis.backend.run.report;

import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.run.comparison.ComparedTestView;
import ai.rhesis.backend.run.report.ReportPage.ReportedTestCases;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ReportController {

    private final ReportService reports;
    private final ReportPage page;
    private final JsonMapper json;

    ReportController(ReportService reports, ReportPage page, JsonMapper json) {
        this.reports = reports;
        this.page = page;
        this.json = json;
    }

    // without a media type, as the events of a run
    @GetMapping("/test_runs/{id}/report")
    void report(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String baseline,
            HttpServletResponse response)
            throws IOException {
        Report report = reports.read(id, baseline);
        UUID comparison = report.verdict() == null ? null : report.verdict().id();
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", ReportPage.POLICY);
        page.write(
                report,
                new ReportedTestCases(regressions(comparison), failing(id, comparison)),
                Figures.time(Instant.now()),
                response.getWriter());
    }

    /// Asks for the next page when the one before is written, so that the longest report needs the memory of one page.
    private Iterable<FailingTestCase> failing(UUID id, @Nullable UUID comparison) {
        return () -> {
            Stream<List<FailingTestCase>> pages = Stream.iterate(
                    reports.failing(id, comparison, 0),
                    found -> !found.isEmpty(),
                    found -> reports.failing(id, comparison, found.getLast().position()));
            return pages.flatMap(List::stream).iterator();
        };
    }

    private Iterable<Regression> regressions(@Nullable UUID comparison) {
        if (comparison == null) {
            return List.of();
        }
        return () -> {
            Stream<@Nullable Listing<ComparedTestView>> pages = Stream.iterate(
                    reports.regressions(comparison, null),
                    Objects::nonNull,
                    found -> found.next() == null ? null : reports.regressions(comparison, found.next()));
            return pages.flatMap(found -> found.items().stream())
                    .map(test -> Regression.of(test, json))
                    .iterator();
        };
    }
}
