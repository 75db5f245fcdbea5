package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.annotation.typelookup.TypeReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric of a requirement, with its types.
record LinkedMetric(
        UUID requirementId,
        Metric metric,
        @Nullable TypeReference metricType,
        @Nullable TypeReference backendType) {}
