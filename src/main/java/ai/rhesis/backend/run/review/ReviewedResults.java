package ai.rhesis.backend.run.review;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.platform.persistence.Directory;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Results as objects of reviews. Their effective verdicts follow from their reviews; the automatic ones stay
/// beside them, so that deleting a review brings back what was there before.
@Component
class ReviewedResults implements ReviewedKind {

    static final String ENTITY_TYPE = "TestResult";

    private final ReviewedResultQueries results;
    private final StatusService statuses;
    private final Directory directory;

    ReviewedResults(ReviewedResultQueries results, StatusService statuses, Directory directory) {
        this.results = results;
        this.statuses = statuses;
        this.directory = directory;
    }

    @Override
    public ReviewTarget whole() {
        return ReviewTarget.RESULT;
    }

    @Override
    public void lock(UUID id) {
        directory.requireLiving(directory.typeWith(Subject.class, ENTITY_TYPE).orElseThrow(), id);
        results.lock(id);
    }

    @Override
    public List<String> metrics(UUID id) {
        return results.metrics(id);
    }

    @Override
    public boolean hasTurn(UUID id, int turn) {
        return results.hasTurn(id, turn);
    }

    @Override
    public void settle(UUID id) {
        results.overrideMetrics(id);
        Standing standing = results.standing(id);
        String verdict = standing.verdict();
        results.settle(
                id,
                standing,
                verdict.equals(standing.automatic())
                        ? standing.automaticStatusId()
                        : statuses.idOf(ENTITY_TYPE, verdict));
    }

    @Override
    public void touch(UUID id) {
        results.touch(id);
    }
}
