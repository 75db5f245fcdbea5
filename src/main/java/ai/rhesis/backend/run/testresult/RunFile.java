package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/// The download of a run's results as a file, page by page.
///
/// Each page is read in a transaction of its own, which ends before the page is written: a slow client holds no
/// connection. Pages hold fewer results where these are long, so little is in memory.
@Component
class RunFile {

    private static final Logger log = LoggerFactory.getLogger(RunFile.class);
    private static final List<String> FORMATS = List.of("csv", "json");
    private static final int FIRST_PAGE = 25;
    private static final int MAX_PAGE = 200;
    private static final long MANY_BYTES = 2_000_000;

    private final TestRunService runs;
    private final TestResultService results;
    private final RunSummaryService summaries;
    private final JsonMapper json;

    RunFile(TestRunService runs, TestResultService results, RunSummaryService summaries, JsonMapper json) {
        this.runs = runs;
        this.results = results;
        this.summaries = summaries;
        this.json = json;
    }

    /// @throws ProblemException 400 for an unknown format, 404 or 410 without the run
    void send(UUID runId, String format, HttpServletResponse response) {
        if (!FORMATS.contains(format)) {
            throw Problem.notOneOf("format", FORMATS).exception();
        }
        TestRun run = runs.require(runId);
        response.setContentType(format.equals("csv") ? "text/csv;charset=UTF-8" : "application/json");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("test_run_" + run.getNanoId() + "_results." + format)
                        .build()
                        .toString());
        try {
            CountedOutput out = new CountedOutput(response.getOutputStream());
            write(
                    runId,
                    format.equals("csv") ? new RunTable(out, summaries.metrics(runId)) : new RunArray(out, json),
                    out);
        } catch (IOException | JacksonIOException gone) {
            log.debug("A download ended early", gone);
        }
    }

    private void write(UUID runId, Lines lines, CountedOutput out) {
        int size = FIRST_PAGE;
        for (String cursor = ""; cursor != null; ) {
            long before = out.bytes();
            Listing<TestResultView> page =
                    results.ofRun(runId, new ListRequest(0, size, null, null, null, cursor, false));
            page.items().forEach(lines::write);
            lines.flush();
            cursor = page.next();
            size = out.bytes() - before > MANY_BYTES ? Math.max(1, size / 2) : Math.min(MAX_PAGE, size * 2);
        }
        lines.end();
    }

    /// A file of results that is being written.
    interface Lines {

        void write(TestResultView result);

        void flush();

        /// Ends the file, which is not whole without it.
        void end();
    }
}
