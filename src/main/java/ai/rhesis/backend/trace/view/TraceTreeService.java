package ai.rhesis.backend.trace.view;

import static java.util.stream.Collectors.groupingBy;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.review.ReviewService;
import ai.rhesis.backend.trace.evaluation.EvaluationService;
import ai.rhesis.backend.trace.review.TraceEvaluation;
import ai.rhesis.backend.trace.review.TraceEvaluationService;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/// Traces with their spans.
@Service
@Transactional(readOnly = true)
class TraceTreeService {

    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-fA-F]{32}");

    private final TraceTreeQueries traces;
    private final SpanAnnotationQueries annotations;
    private final ReviewService reviews;
    private final TraceEvaluationService metrics;
    private final EvaluationService evaluations;

    TraceTreeService(
            TraceTreeQueries traces,
            SpanAnnotationQueries annotations,
            ReviewService reviews,
            TraceEvaluationService metrics,
            EvaluationService evaluations) {
        this.traces = traces;
        this.annotations = annotations;
        this.reviews = reviews;
        this.metrics = metrics;
        this.evaluations = evaluations;
    }

    /// @throws ProblemException 404 without such a trace in the project
    TraceTreeView get(UUID projectId, String traceId) {
        if (!TRACE_ID.matcher(traceId).matches()) {
            throw unknown(traceId);
        }
        TraceRow trace = traces.find(projectId, traceId).orElseThrow(() -> unknown(traceId));
        UUID key = trace.key();
        List<Review> reviewed = reviews.ofTraces(List.of(key)).getOrDefault(key, List.of());
        TraceEvaluation evaluation = metrics.of(key, reviewed);
        return new TraceTreeView(
                trace,
                traces.spans(key),
                evaluation.metrics(trace.conversationId() != null),
                evaluationsOf(trace.testResult()),
                reviewed.stream().collect(groupingBy(Review::subjectId)),
                annotations.tags(key),
                annotations.comments(key));
    }

    private List<ObjectNode> evaluationsOf(@Nullable TraceReference result) {
        return result == null ? List.of() : evaluations.eventsOf(result.id());
    }

    /// Finds the trace and the project of a span.
    ///
    /// @throws ProblemException 404 without the span
    SpanPlaceView placeOf(UUID spanId) {
        return traces.place(spanId)
                .orElseThrow(() -> Problem.notFound("Span not found", spanId).exception());
    }

    static RuntimeException unknown(String traceId) {
        return Problem.notFound("Trace not found", traceId).exception();
    }
}
