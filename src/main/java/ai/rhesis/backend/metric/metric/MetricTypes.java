package ai.rhesis.backend.metric.metric;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The two type lookups of a metric, and what the second was called when it was chosen.
record MetricTypes(@Nullable UUID metricTypeId, UUID backendTypeId, String backend) {}
