package ai.rhesis.backend.trace.evaluation;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.run.testrun.TestRunService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/// The evaluations that results hold.
@Service
@Transactional(readOnly = true)
public class EvaluationService {

    static final int MAX_RESULTS = 1_000;

    private final TestRunService runs;
    private final EvaluationQueries evaluations;

    EvaluationService(TestRunService runs, EvaluationQueries evaluations) {
        this.runs = runs;
        this.evaluations = evaluations;
    }

    /// Lists the evaluations of a page of a run's results. Its total counts the results.
    ///
    /// @throws ProblemException 404 or 410 without the run, 400 for a page out of bounds
    Listing<Evaluation> ofRun(UUID runId, int limit, int offset) {
        ListRequest.requireLimit(limit, MAX_RESULTS);
        runs.require(runId);
        return new Listing<>(evaluations.findOfRun(runId, limit, offset), evaluations.countResults(runId), null);
    }

    /// Lists the evaluations of a result as events of the span that it is linked to: objects of `name`,
    /// `timestamp` and `attributes`.
    public List<ObjectNode> eventsOf(UUID testResultId) {
        return evaluations.findOfResult(testResultId).stream()
                .map(Evaluation::event)
                .toList();
    }
}
