package ai.rhesis.backend.trace.view;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Figures over the traces of a project.
@Service
@Transactional(readOnly = true)
class TraceMetricsService {

    private final TraceListQueries traces;
    private final TraceMetricsQueries metrics;

    TraceMetricsService(TraceListQueries traces, TraceMetricsQueries metrics) {
        this.traces = traces;
        this.metrics = metrics;
    }

    List<SpanFigures> figures(
            UUID projectId,
            @Nullable String environment,
            @Nullable OffsetDateTime after,
            @Nullable OffsetDateTime before) {
        traces.planForValues();
        Map<String, @Nullable Object> conditions = new HashMap<>();
        conditions.put("environment", environment);
        conditions.put("after", after);
        conditions.put("before", before);
        return metrics.figures(projectId, conditions);
    }
}
