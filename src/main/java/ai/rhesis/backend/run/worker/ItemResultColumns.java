package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.run.testresult.MetricScore;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Many results of one run and all judgements about them, column by column.
record ItemResultColumns(
        UUID runId,
        int count,
        UUID[] ids,
        String[] nanoIds,
        @Nullable UUID[] itemIds,
        @Nullable String[] verdicts,
        @Nullable String[] errors,
        @Nullable String[] errorTypes,
        @Nullable String[] outputs,
        @Nullable Long[] latencies,
        @Nullable Integer[] inputTokens,
        @Nullable Integer[] outputTokens,
        @Nullable Long[] costs,
        @Nullable Integer[] judgeInputTokens,
        @Nullable Integer[] judgeOutputTokens,
        @Nullable Long[] judgeCosts,
        @Nullable UUID[] metricItemIds,
        @Nullable String[] metricNames,
        @Nullable UUID[] metricIds,
        @Nullable Double[] metricScores,
        @Nullable String[] metricCategories,
        @Nullable Boolean[] metricSuccesses,
        @Nullable Double[] metricThresholds,
        @Nullable String[] metricReasons,
        @Nullable String[] metricErrors,
        @Nullable String[] metricErrorTypes,
        @Nullable Long[] metricDurations,
        @Nullable Integer[] metricInputTokens,
        @Nullable Integer[] metricOutputTokens,
        @Nullable Long[] metricCosts) {

    static ItemResultColumns of(UUID runId, List<ItemResult> results) {
        List<Judgement> judgements = results.stream()
                .flatMap(result -> result.scores().stream().map(score -> new Judgement(result.itemId(), score)))
                .toList();
        List<MetricScore> scores = judgements.stream().map(Judgement::score).toList();
        return of(runId, results, judgements, scores);
    }

    private static ItemResultColumns of(
            UUID runId, List<ItemResult> results, List<Judgement> judgements, List<MetricScore> scores) {
        return new ItemResultColumns(
                runId,
                results.size(),
                results.stream().map(ItemResult::id).toArray(UUID[]::new),
                Columns.newNanoIds(results.size()),
                Columns.uuids(results, ItemResult::itemId),
                Columns.texts(results, result -> result.verdict().toString()),
                storable(results, ItemResult::error),
                Columns.texts(results, ItemResult::errorType),
                Columns.texts(
                        results, result -> StorableText.of(result.output()).toString()),
                Columns.longs(results, ItemResult::latencyMillis),
                Columns.numbers(results, result -> result.usage().inputTokens()),
                Columns.numbers(results, result -> result.usage().outputTokens()),
                Columns.longs(results, result -> result.usage().costMicros()),
                Columns.numbers(results, result -> result.judgeUsage().inputTokens()),
                Columns.numbers(results, result -> result.judgeUsage().outputTokens()),
                Columns.longs(results, result -> result.judgeUsage().costMicros()),
                Columns.uuids(judgements, Judgement::itemId),
                Columns.texts(scores, MetricScore::name),
                Columns.uuids(scores, MetricScore::metricId),
                Columns.decimals(scores, MetricScore::score),
                storable(scores, MetricScore::category),
                Columns.truths(scores, MetricScore::successful),
                Columns.decimals(scores, MetricScore::threshold),
                storable(scores, MetricScore::reason),
                storable(scores, MetricScore::error),
                Columns.texts(scores, MetricScore::errorType),
                Columns.longs(scores, MetricScore::durationMillis),
                Columns.numbers(scores, score -> score.usage().inputTokens()),
                Columns.numbers(scores, score -> score.usage().outputTokens()),
                Columns.longs(scores, score -> score.usage().costMicros()));
    }

    private static <T> @Nullable String[] storable(List<T> rows, Function<T, @Nullable String> value) {
        return Columns.texts(rows, row -> {
            String text = value.apply(row);
            return text == null ? null : StorableText.of(text);
        });
    }

    /// A score of a metric, and the item that it is about.
    private record Judgement(UUID itemId, MetricScore score) {}
}
