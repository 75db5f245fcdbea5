package ai.rhesis.backend.run.review;

import ai.rhesis.backend.annotation.status.StatusService;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The effective verdicts of results, which follow from their reviews. The automatic ones stay beside them, so that
/// deleting a review brings back what was there before.
@Component
class EffectiveVerdicts {

    static final String ENTITY_TYPE = "TestResult";

    private final ReviewedResultQueries results;
    private final StatusService statuses;

    EffectiveVerdicts(ReviewedResultQueries results, StatusService statuses) {
        this.results = results;
        this.statuses = statuses;
    }

    /// Brings the verdicts of a locked result in line with its reviews.
    void settle(UUID resultId) {
        results.overrideMetrics(resultId);
        Standing standing = results.standing(resultId);
        String verdict = standing.verdict();
        results.settle(
                resultId,
                standing,
                verdict.equals(standing.automatic())
                        ? standing.automaticStatusId()
                        : statuses.idOf(ENTITY_TYPE, verdict));
    }
}
