package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.platform.query.Reference;
import java.util.UUID;

/// A requirement whose tests a metric judges.
record LinkedRequirement(UUID metricId, Reference requirement) {}
