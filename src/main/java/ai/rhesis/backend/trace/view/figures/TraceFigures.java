package ai.rhesis.backend.trace.view.figures;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Figures over the traces of a project.
///
/// @param sums exact ones
/// @param durations of spans
/// @param spansByOperation the number of spans of each kind of work
/// @param sampledSpans the number of spans that durations and kinds of work are estimated from; null
/// where they are of all spans
record TraceFigures(
        TraceSums sums,
        SpanFigures durations,
        Map<String, Long> spansByOperation,
        @Nullable Long sampledSpans) {

    /// Takes all figures from all spans.
    static TraceFigures exact(List<SpanFigures> figures) {
        SpanFigures all = total(figures);
        TraceSums sums =
                new TraceSums(all.traces(), all.spans(), all.errors(), all.tokens(), all.costNanos(), all.spans());
        return new TraceFigures(sums, all, byOperation(figures, 1), null);
    }

    /// Takes what traces don't tell from some of their spans.
    static TraceFigures estimated(TraceSums sums, List<SpanFigures> sample) {
        SpanFigures some = total(sample);
        double share = some.spans() == 0 ? 1 : (double) sums.spans() / some.spans();
        return new TraceFigures(sums, some, byOperation(sample, share), some.spans());
    }

    double errorRate() {
        return sums.spans() == 0 ? 0 : (double) sums.errors() / sums.spans();
    }

    private static SpanFigures total(List<SpanFigures> figures) {
        return figures.stream().filter(SpanFigures::isTotal).findFirst().orElseThrow();
    }

    private static Map<String, Long> byOperation(List<SpanFigures> figures, double times) {
        return figures.stream()
                .filter(some -> !some.isTotal())
                .collect(toMap(
                        SpanFigures::operation, some -> Math.round(some.spans() * times), Long::sum, TreeMap::new));
    }
}
