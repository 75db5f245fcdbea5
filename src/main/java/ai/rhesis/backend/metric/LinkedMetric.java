package ai.rhesis.backend.metric;

import java.util.UUID;

/// A metric of a requirement.
record LinkedMetric(UUID requirementId, Metric metric) {}
