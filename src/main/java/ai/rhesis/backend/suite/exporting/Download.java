package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testset.TestSetContent;
import ai.rhesis.backend.suite.testset.TestSetService;
import ai.rhesis.backend.suite.testset.TestSetView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/// The download of a test set as a file. Each page of tests is a transaction of its own, over before the page is
/// written: a slow client holds no connection, and no more than a page is in memory.
@Component
class Download {

    private static final Logger log = LoggerFactory.getLogger(Download.class);
    private static final int PAGE = 200;

    private final TestSetService sets;
    private final TestSetContent content;
    private final JsonMapper json;

    Download(TestSetService sets, TestSetContent content, JsonMapper json) {
        this.sets = sets;
        this.content = content;
        this.json = json;
    }

    /// @throws ProblemException 404 or 410 when there is no such set
    void send(String key, ExportFormat format, HttpServletResponse response) {
        TestSetView set = sets.get(key);
        Listing<TestCaseView> first = page(set, "");
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(set.set().getSlug() + format.suffix())
                        .build()
                        .toString());
        try {
            write(format.open(response.getOutputStream(), json), set, first);
        } catch (IOException | JacksonIOException gone) {
            log.debug("A download ended early", gone);
        }
    }

    private void write(Export export, TestSetView set, Listing<TestCaseView> first) throws IOException {
        export.begin(set);
        Listing<TestCaseView> page = first;
        while (true) {
            for (TestCaseView test : page.items()) {
                export.write(test);
            }
            if (page.next() == null) {
                export.end();
                return;
            }
            export.flush();
            page = page(set, page.next());
        }
    }

    private Listing<TestCaseView> page(TestSetView set, String cursor) {
        ListRequest request = new ListRequest(0, PAGE, null, null, null, cursor, false);
        return content.tests(set.set().getId().toString(), request);
    }
}
