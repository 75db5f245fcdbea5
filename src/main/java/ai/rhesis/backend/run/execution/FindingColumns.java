package ai.rhesis.backend.run.execution;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.run.testresult.MetricScore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Many findings, and what the metrics said of all of them, column by column.
final class FindingColumns {

    private FindingColumns() {}

    static Map<String, Object> of(List<Finding> findings) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("count", findings.size());
        columns.put("ids", Columns.newIds(findings.size()));
        columns.put("nanoIds", Columns.newNanoIds(findings.size()));
        columns.put("itemIds", Columns.uuids(findings, Finding::itemId));
        columns.put(
                "verdicts", Columns.texts(findings, finding -> finding.verdict().toString()));
        columns.put("errors", texts(findings, Finding::error));
        columns.put("errorTypes", Columns.texts(findings, Finding::errorType));
        columns.put(
                "outputs",
                Columns.texts(
                        findings, finding -> StorableText.of(finding.output()).toString()));
        columns.put("latencies", Columns.longs(findings, Finding::latencyMillis));
        putUsage(columns, "inputTokens", "outputTokens", "costs", findings, Finding::usage);
        putUsage(columns, "judgeInputTokens", "judgeOutputTokens", "judgeCosts", findings, Finding::judgeUsage);
        putScores(columns, findings);
        return columns;
    }

    private static void putScores(Map<String, Object> columns, List<Finding> findings) {
        List<Row> rows = findings.stream()
                .flatMap(finding -> finding.scores().stream().map(score -> new Row(finding, score)))
                .toList();
        List<MetricScore> scores = rows.stream().map(Row::score).toList();
        columns.put("metricItemIds", Columns.uuids(rows, row -> row.finding().itemId()));
        columns.put("metricNames", Columns.texts(scores, MetricScore::name));
        columns.put("metricIds", Columns.uuids(scores, MetricScore::metricId));
        columns.put("metricScores", Columns.decimals(scores, MetricScore::score));
        columns.put("metricCategories", texts(scores, MetricScore::category));
        columns.put("metricSuccesses", Columns.truths(scores, MetricScore::successful));
        columns.put("metricThresholds", Columns.decimals(scores, MetricScore::threshold));
        columns.put("metricReasons", texts(scores, MetricScore::reason));
        columns.put("metricErrors", texts(scores, MetricScore::error));
        columns.put("metricErrorTypes", Columns.texts(scores, MetricScore::errorType));
        columns.put("metricDurations", Columns.longs(scores, MetricScore::durationMillis));
        putUsage(columns, "metricInputTokens", "metricOutputTokens", "metricCosts", scores, MetricScore::usage);
    }

    private static <T> void putUsage(
            Map<String, Object> columns,
            String input,
            String output,
            String cost,
            List<T> rows,
            Function<T, Usage> usage) {
        columns.put(input, Columns.numbers(rows, row -> usage.apply(row).inputTokens()));
        columns.put(output, Columns.numbers(rows, row -> usage.apply(row).outputTokens()));
        columns.put(cost, Columns.longs(rows, row -> usage.apply(row).costMicros()));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        return Columns.texts(rows, row -> {
            String text = value.apply(row);
            return text == null ? null : StorableText.of(text);
        });
    }

    private record Row(Finding finding, MetricScore score) {}
}
