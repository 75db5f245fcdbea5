package ai.rhesis.backend.run.report;

import ai.rhesis.backend.platform.secrets.Sha256;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The HTML of reports. What a target, a judge or a person said is only ever text in it: escaped where it stands,
/// and nothing but the page's own style and script, named by their hashes, may act.
@Component
class ReportPage {

    private static final String STYLE = read("report.css");
    private static final String SCRIPT = read("report.js");

    /// The rights of the page, stated in it and in the header: its own script and style, and nothing from outside.
    static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT)
            + "'; base-uri 'none'; form-action 'none'";

    private final Template template = Mustache.compiler()
            .escapeHTML(true)
            .nullValue("")
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(read(name + ".html")))
            .compile(read("report.html"));

    /// Writes as it reads: the failing tests are asked for one after another and none is kept.
    void write(Report report, ReportedTestCases tests, String printedAt, Writer out) {
        template.execute(
                Map.of(
                        "policy", POLICY,
                        "style", STYLE,
                        "script", SCRIPT,
                        "report", report,
                        "groups", groups(report),
                        "regressions", tests.regressions(),
                        "failing", tests.failing(),
                        "printedAt", printedAt),
                out);
    }

    private static List<Group> groups(Report report) {
        return List.of(
                        new Group("Pass rate by requirement", "Requirement", report.requirements()),
                        new Group("Pass rate by category", "Category", report.categories()),
                        new Group("Pass rate by metric", "Metric", report.metrics()))
                .stream()
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    private static String read(String name) {
        try (InputStream file = ReportPage.class.getResourceAsStream("/report/" + name)) {
            if (file == null) {
                throw new IllegalStateException("/report/" + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String content) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(content));
    }

    /// The tests that the page tells one by one, read while it is written.
    record ReportedTestCases(Iterable<Regression> regressions, Iterable<FailingTestCase> failing) {}

    /// A table of the page.
    record Group(String title, String column, List<Tally> rows) {}
}
