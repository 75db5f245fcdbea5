package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All scores of one result, column by column.
record MetricScoreColumns(
        UUID resultId,
        @Nullable String[] names,
        @Nullable UUID[] metricIds,
        @Nullable Double[] scores,
        @Nullable String[] categories,
        @Nullable Boolean[] successes,
        @Nullable Double[] thresholds,
        @Nullable String[] reasons,
        @Nullable String[] errors,
        @Nullable String[] errorTypes,
        @Nullable Long[] durations,
        @Nullable String[] details) {

    static MetricScoreColumns of(UUID resultId, List<MetricScore> scores) {
        return new MetricScoreColumns(
                resultId,
                Columns.texts(scores, MetricScore::name),
                Columns.uuids(scores, MetricScore::metricId),
                Columns.decimals(scores, MetricScore::score),
                Columns.texts(scores, MetricScore::category),
                Columns.truths(scores, MetricScore::successful),
                Columns.decimals(scores, MetricScore::threshold),
                Columns.texts(scores, MetricScore::reason),
                Columns.texts(scores, MetricScore::error),
                Columns.texts(scores, MetricScore::errorType),
                Columns.longs(scores, MetricScore::durationMillis),
                Columns.texts(scores, MetricScoreColumns::details));
    }

    private static @Nullable String details(MetricScore score) {
        return score.details() == null ? null : score.details().toString();
    }
}
