package ai.rhesis.backend.trace.view;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Figures over the traces of a project.
///
/// @param errorRate the part of spans that failed, from 0 to 1
/// @param avgDurationMs of spans, as the percentiles are
/// @param operationBreakdown the number of spans by their kind of work
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
        Map<String, Long> operationBreakdown) {

    private static final double NANOS_PER_DOLLAR = 1e9;

    static TraceMetricsResponse of(List<SpanFigures> figures) {
        SpanFigures all =
                figures.stream().filter(SpanFigures::isTotal).findFirst().orElseThrow();
        return new TraceMetricsResponse(
                all.traces(),
                all.spans(),
                all.tokens(),
                all.costNanos() / NANOS_PER_DOLLAR,
                all.errorRate(),
                all.averageMs(),
                all.percentiles().get(0),
                all.percentiles().get(1),
                all.percentiles().get(2),
                figures.stream()
                        .filter(some -> !some.isTotal())
                        .collect(toMap(SpanFigures::operation, SpanFigures::spans, Long::sum, TreeMap::new)));
    }
}
