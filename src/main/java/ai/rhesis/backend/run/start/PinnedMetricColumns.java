package ai.rhesis.backend.run.start;

import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The metrics that one run pins, column by column.
record PinnedMetricColumns(
        UUID runId,
        @Nullable UUID[] ids,
        @Nullable String[] names,
        @Nullable String[] scopes,
        @Nullable String[] requirementIds,
        @Nullable String[] snapshots) {

    static PinnedMetricColumns of(UUID runId, PinnedMetrics metrics, JsonMapper json) {
        List<MetricSnapshot> snapshots = List.copyOf(metrics.snapshots());
        return new PinnedMetricColumns(
                runId,
                Columns.uuids(snapshots, MetricSnapshot::id),
                Columns.texts(snapshots, MetricSnapshot::name),
                Columns.texts(snapshots, metric -> "{" + String.join(",", metric.metricScope()) + "}"),
                Columns.texts(snapshots, metrics::requirementsOf),
                Columns.texts(snapshots, json::writeValueAsString));
    }
}
