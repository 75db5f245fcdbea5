package ai.rhesis.backend.metric.metric;

import java.util.UUID;

/// A metric of a requirement.
record LinkedMetric(UUID requirementId, Metric metric) {}
