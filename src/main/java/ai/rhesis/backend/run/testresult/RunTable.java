package ai.rhesis.backend.run.testresult;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.suite.fileformat.CellText;
import ai.rhesis.backend.suite.fileformat.CsvLines;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Results as a table for people: a line each, and three columns for each metric. No cell can be taken for a formula.
final class RunTable implements RunFile.Lines {

    private static final List<String> HEADERS = List.of(
            "name",
            "requirement",
            "category",
            "topic",
            "input",
            "expected_response",
            "output",
            "verdict",
            "status",
            "error",
            "error_type",
            "duration_ms",
            "target_input_tokens",
            "target_output_tokens",
            "target_cost_micros",
            "judge_input_tokens",
            "judge_output_tokens",
            "judge_cost_micros",
            "repetition",
            "test_id",
            "id");

    private final CsvLines lines;
    private final List<SummaryView> metrics;

    RunTable(OutputStream out, List<SummaryView> metrics) {
        this.lines = new CsvLines(out);
        this.metrics = metrics;
        List<String> headers = new ArrayList<>(HEADERS);
        for (SummaryView metric : metrics) {
            headers.add(metric.name() + " score");
            headers.add(metric.name() + " passed");
            headers.add(metric.name() + " reason");
            headers.add(metric.name() + " error type");
        }
        line(headers);
    }

    @Override
    public void write(TestResultView view) {
        List<@Nullable String> cells = new ArrayList<>(cells(view));
        Map<String, MetricScore> scores = view.scores().stream().collect(toMap(MetricScore::name, identity()));
        for (SummaryView metric : metrics) {
            MetricScore score = scores.get(metric.name());
            cells.add(score == null ? null : scored(score));
            cells.add(score == null ? null : text(score.successful()));
            cells.add(score == null ? null : score.error() == null ? score.reason() : score.error());
            cells.add(score == null ? null : score.errorType());
        }
        line(cells);
    }

    private static List<@Nullable String> cells(TestResultView view) {
        TestResult result = view.result();
        TestedView test = view.test();
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(test == null ? null : test.name());
        cells.add(test == null ? null : test.requirementName());
        cells.add(test == null ? null : test.category());
        cells.add(test == null ? null : test.topic());
        cells.add(test == null ? null : test.input());
        cells.add(test == null ? null : test.expectedResponse());
        cells.add(output(result));
        cells.add(result.getVerdict().toString());
        cells.add(view.status() == null ? null : view.status().name());
        cells.add(result.getError());
        cells.add(result.getErrorType());
        cells.add(text(result.getLatencyMillis()));
        addUsage(cells, result.targetUsage());
        addUsage(cells, result.judgeUsage());
        cells.add(text(result.getRepetition()));
        cells.add(text(view.testId()));
        cells.add(text(result.getId()));
        return cells;
    }

    private static void addUsage(List<@Nullable String> cells, Usage usage) {
        cells.add(text(usage.inputTokens()));
        cells.add(text(usage.outputTokens()));
        cells.add(text(usage.costMicros()));
    }

    private static @Nullable String output(TestResult result) {
        return result.getTestOutput() == null
                ? null
                : result.getTestOutput().path("output").asString(null);
    }

    private static @Nullable String scored(MetricScore score) {
        return score.category() == null ? text(score.score()) : score.category();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void line(List<? extends @Nullable String> cells) {
        lines.write(cells.stream()
                .map(cell -> cell == null ? "" : CellText.escape(cell))
                .toList());
    }

    @Override
    public void flush() {
        lines.flush();
    }

    @Override
    public void end() {
        lines.end();
    }
}
