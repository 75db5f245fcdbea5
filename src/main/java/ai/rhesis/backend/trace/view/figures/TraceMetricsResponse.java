package ai.rhesis.backend.trace.view.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures over the traces of a project.
///
/// @param errorRate the part of spans that failed, from 0 to 1
/// @param avgDurationMs of spans, as the percentiles are
/// @param operationBreakdown the number of spans by their kind of work
/// @param sampledSpans the number of spans that durations and kinds of work are estimated from; absent
/// where they are of all spans
record TraceMetricsResponse(
        long totalTraces,
        long totalSpans,
        long totalTokens,
        double totalCostUsd,
        double errorRate,
        double avgDurationMs,
        double p50DurationMs,
        double p95DurationMs,
        double p99DurationMs,
        Map<String, Long> operationBreakdown,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sampledSpans) {

    private static final double NANOS_PER_DOLLAR = 1e9;

    static TraceMetricsResponse of(TraceFigures figures) {
        return new TraceMetricsResponse(
                figures.sums().traces(),
                figures.sums().spans(),
                figures.sums().tokens(),
                figures.sums().costNanos() / NANOS_PER_DOLLAR,
                figures.errorRate(),
                figures.durations().averageMs(),
                figures.durations().percentiles().get(0),
                figures.durations().percentiles().get(1),
                figures.durations().percentiles().get(2),
                figures.spansByOperation(),
                figures.sampledSpans());
    }
}
