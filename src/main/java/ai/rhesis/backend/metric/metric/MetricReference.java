package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.annotation.typelookup.TypeReference;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric as it is named on what it judges.
public record MetricReference(
        UUID id,
        String nanoId,
        String name,
        @Nullable String description,
        String scoreType,
        List<String> metricScope,
        @Nullable TypeReference metricType,
        @Nullable TypeReference backendType) {

    static MetricReference of(LinkedMetric link) {
        Metric metric = link.metric();
        MetricRequest written = metric.asWritten();
        return new MetricReference(
                metric.getId(),
                metric.getNanoId(),
                written.name(),
                written.description(),
                written.scoreType(),
                written.metricScope(),
                link.metricType(),
                link.backendType());
    }
}
