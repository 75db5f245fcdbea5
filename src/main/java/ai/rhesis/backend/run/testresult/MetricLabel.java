package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.metric.metric.MetricSnapshot;
import org.jspecify.annotations.Nullable;

/// The description of the metric that judged, beside its name; null where nothing is known of it any more.
public record MetricLabel(
        @Nullable String className,
        @Nullable String backend,
        @Nullable String description) {

    static final MetricLabel UNKNOWN = new MetricLabel(null, null, null);

    public static MetricLabel of(MetricSnapshot metric) {
        return new MetricLabel(metric.className(), metric.backendType(), metric.description());
    }
}
