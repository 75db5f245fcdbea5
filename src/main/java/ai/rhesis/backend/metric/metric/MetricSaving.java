package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.metric.assertion.Assertions;
import ai.rhesis.backend.metric.assertion.Flaw;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.web.body.JsonBinder;
import ai.rhesis.backend.platform.web.body.Patch;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// The saving of metrics. The value of an assertion, such as a regular expression, is tried on the bounded pool
/// before a transaction begins, so that no connection waits for it.
@Component
public class MetricSaving {

    private static final Duration MAX_DURATION = Duration.ofSeconds(5);

    private final MetricService metrics;
    private final ComputePool pool;
    private final JsonBinder bodies;

    MetricSaving(MetricService metrics, ComputePool pool, JsonBinder bodies) {
        this.metrics = metrics;
        this.pool = pool;
        this.bodies = bodies;
    }

    /// Creates a metric of a body that no client sent.
    ///
    /// @throws ProblemException 422 as for a client
    public MetricView create(ObjectNode body) {
        return create(bodies.bind(body, MetricRequest.class));
    }

    /// Changes a metric by keys that no client sent.
    ///
    /// @param version that it must have still
    /// @throws ProblemException 412 when it has another, 422 as for a client
    public MetricView change(UUID id, ObjectNode keys, long version) {
        return update(id, bodies.patch(keys, MetricRequest.class, version));
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
