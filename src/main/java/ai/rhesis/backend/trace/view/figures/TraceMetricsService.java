package ai.rhesis.backend.trace.view.figures;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Figures over the traces of a project: exact ones while all spans can be read at once; else counts and
/// sums are those of the traces, and what only spans tell is estimated from some of them.
@Service
class TraceMetricsService {

    private static final int MAX_SPANS = 50_000;

    private final TraceMetricsQueries metrics;
    private final int maxSpans;

    @Autowired
    TraceMetricsService(TraceMetricsQueries metrics) {
        this(metrics, MAX_SPANS);
    }

    TraceMetricsService(TraceMetricsQueries metrics, int maxSpans) {
        this.metrics = metrics;
        this.maxSpans = maxSpans;
    }

    @Transactional(readOnly = true)
    public TraceFigures figures(
            UUID projectId,
            @Nullable String environment,
            @Nullable OffsetDateTime after,
            @Nullable OffsetDateTime before) {
        metrics.planForValues();
        Map<String, @Nullable Object> conditions = new HashMap<>();
        conditions.put("environment", environment);
        conditions.put("after", after);
        conditions.put("before", before);
        TraceSums sums = metrics.sums(projectId, conditions);
        if (sums.spansInTime() <= maxSpans) {
            return TraceFigures.exact(metrics.figures(projectId, null, conditions));
        }
        long some = Math.ceilDiv(sums.traces() * maxSpans, Math.max(maxSpans, sums.spans()));
        return TraceFigures.estimated(sums, metrics.figures(projectId, some, conditions));
    }
}
