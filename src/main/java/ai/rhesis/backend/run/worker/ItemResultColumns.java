package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.run.testresult.MetricScore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of many results and of all judgements about them.
final class ItemResultColumns {

    private ItemResultColumns() {}

    static Map<String, Object> of(List<ItemResult> itemResults) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("count", itemResults.size());
        columns.put("ids", Columns.newIds(itemResults.size()));
        columns.put("nanoIds", Columns.newNanoIds(itemResults.size()));
        columns.put("itemIds", Columns.uuids(itemResults, ItemResult::itemId));
        columns.put(
                "verdicts",
                Columns.texts(itemResults, itemResult -> itemResult.verdict().toString()));
        columns.put("errors", texts(itemResults, ItemResult::error));
        columns.put("errorTypes", Columns.texts(itemResults, ItemResult::errorType));
        columns.put(
                "outputs",
                Columns.texts(
                        itemResults,
                        itemResult -> StorableText.of(itemResult.output()).toString()));
        columns.put("latencies", Columns.longs(itemResults, ItemResult::latencyMillis));
        putUsage(columns, "inputTokens", "outputTokens", "costs", itemResults, ItemResult::usage);
        putUsage(columns, "judgeInputTokens", "judgeOutputTokens", "judgeCosts", itemResults, ItemResult::judgeUsage);
        putScores(columns, itemResults);
        return columns;
    }

    private static void putScores(Map<String, Object> columns, List<ItemResult> itemResults) {
        List<Row> rows = itemResults.stream()
                .flatMap(itemResult -> itemResult.scores().stream().map(score -> new Row(itemResult, score)))
                .toList();
        List<MetricScore> scores = rows.stream().map(Row::score).toList();
        columns.put("metricItemIds", Columns.uuids(rows, row -> row.itemResult().itemId()));
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

    private record Row(ItemResult itemResult, MetricScore score) {}
}
