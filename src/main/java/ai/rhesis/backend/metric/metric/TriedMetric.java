package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.metric.assertion.Flaw;
import org.jspecify.annotations.Nullable;

/// A metric as a client wants it, with what would keep its assertion from ever judging.
record TriedMetric(MetricRequest request, @Nullable Flaw flaw) {}
