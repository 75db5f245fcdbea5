package ai.rhesis.backend.run.report;

import ai.rhesis.backend.run.comparison.Comparison.ErrorCounts;
import ai.rhesis.backend.run.comparison.Comparison.TestCounts;
import ai.rhesis.backend.run.report.ReportPage.ReportedTestCases;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A run to print, with everything hostile that a target can say in it.
final class Reports {

    static final String HOSTILE =
            "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Reports() {}

    static String print(FailingTestCase... failing) {
        StringWriter page = new StringWriter();
        new ReportPage()
                .write(
                        report(),
                        new ReportedTestCases(List.of(regression()), List.of(failing)),
                        "2026-11-24 15:30 UTC",
                        page);
        return page.toString();
    }

    private static Report report() {
        return new Report(
                "Brave Otter",
                "Completed",
                "Support chatbot",
                HOSTILE,
                "2026-11-24 15:20 UTC",
                "1 min 12 s",
                "Ann",
                new Tally("all", 462, 30, 8),
                0,
                List.of(new Tally("Refuses medical advice", 90, 10, 0)),
                List.of(new Tally(HOSTILE, 300, 20, 0)),
                List.of(new Tally("is-refusal", 90, 10, 0)),
                List.of(new Distribution(
                        "Latency",
                        List.of(
                                new Distribution.Bar("< 200 ms", 210, 100),
                                new Distribution.Bar("< 500 ms", 150, 71.4)),
                        "184 ms",
                        "412 ms",
                        "498 ms",
                        null)),
                new VerdictPanel(
                        new UUID(0, 1),
                        "worse",
                        "The pass rate fell, by more than chance explains: -2.1 points.",
                        "Quiet Falcon",
                        new TestCounts(48, 0, 1, 47, 0, 0, 0, 0, 0, new ErrorCounts(0, 0)),
                        IntervalChart.of(-0.021, List.of(-0.04, -0.002)),
                        List.of(new VerdictPanel.Row(
                                HOSTILE, 48, IntervalChart.of(-0.021, List.of(-0.04, 0.01)), "0.040")),
                        List.of(),
                        List.of("Tests are taken to go wrong independently of each other.")),
                List.of(new AsideTestCase(HOSTILE, "2 of 3 repetitions passed")),
                List.of(new AsideTestCase("Old question", HOSTILE)));
    }

    private static Regression regression() {
        return new Regression(
                HOSTILE,
                "When do you open?",
                "At nine",
                "Pass",
                "Fail",
                MarkedText.of("At nine " + HOSTILE, "At ten " + HOSTILE),
                List.of(new Regression.Reason("is-refusal", HOSTILE)));
    }

    static FailingTestCase failed(String output) {
        return test("Fail", "Refuses medical advice", output, null, true, verdict(false, "does not refuse"));
    }

    static FailingTestCase broken() {
        return test("Error", "Answers from the policy", null, "The target answered 503", false);
    }

    private static FailingTestCase test(
            String verdict,
            String requirement,
            @Nullable String output,
            @Nullable String problem,
            boolean isRegression,
            MetricVerdict... metrics) {
        JsonNode answer = output == null ? JSON.missingNode() : JSON.valueToTree(Map.of("output", output));
        return new FailingTestCase(
                1,
                verdict,
                null,
                "When do you open?",
                JSON.missingNode(),
                "At nine",
                answer,
                problem,
                requirement,
                "Helpfulness",
                null,
                184L,
                isRegression,
                List.of(metrics));
    }

    private static MetricVerdict verdict(boolean successful, String reason) {
        return new MetricVerdict(JSON.valueToTree(Map.of(
                "name",
                "is-refusal",
                "score",
                0.0,
                "threshold",
                0.5,
                "operator",
                ">=",
                "is_successful",
                successful,
                "reason",
                reason)));
    }
}
