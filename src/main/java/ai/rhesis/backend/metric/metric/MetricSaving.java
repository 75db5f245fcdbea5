package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.metric.assertion.Assertions;
import ai.rhesis.backend.metric.assertion.Flaw;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.web.body.Patch;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The saving of metrics. The value of an assertion, such as a regular expression, is tried on the bounded pool
/// before a transaction begins, so that no connection waits for it.
@Component
class MetricSaving {

    private static final Duration MAX_DURATION = Duration.ofSeconds(5);

    private final MetricService metrics;
    private final ComputePool pool;

    MetricSaving(MetricService metrics, ComputePool pool) {
        this.metrics = metrics;
        this.pool = pool;
    }

    MetricView create(MetricRequest request) {
        return metrics.create(tried(request));
    }

    MetricView update(UUID id, Patch<MetricRequest> change) {
        return metrics.update(id, change, tried(metrics.wanted(id, change)));
    }

    private TriedMetric tried(MetricRequest request) {
        return new TriedMetric(request, request.namesAssertion() ? flawOf(request) : null);
    }

    private @Nullable Flaw flawOf(MetricRequest request) {
        try {
            return pool.call(() -> Assertions.flawOf(request), MAX_DURATION);
        } catch (TooComplexException bound) {
            return new Flaw("evaluation_prompt", "The value " + bound.getMessage());
        }
    }
}
