package ai.rhesis.backend.trace.review;

import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.testresult.JudgementService;
import ai.rhesis.backend.trace.review.ReviewedSpanQueries.JudgedResult;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Evaluations of traces, by the results that they are of.
@Service
@Transactional(readOnly = true)
public class TraceEvaluationService {

    private final ReviewedSpanQueries spans;
    private final JudgementService judgements;

    TraceEvaluationService(ReviewedSpanQueries spans, JudgementService judgements) {
        this.spans = spans;
        this.judgements = judgements;
    }

    /// Evaluates the trace in a row.
    ///
    /// @param reviews of its spans, the oldest judgement first
    public TraceEvaluation of(UUID traceKey, List<Review> reviews) {
        JudgedResult result = spans.result(traceKey);
        return result == null
                ? new TraceEvaluation(null, null, reviews)
                : new TraceEvaluation(result.verdict(), judgements.of(result.id()), reviews);
    }
}
