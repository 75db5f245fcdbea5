package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of one entity, counted and found by constant statements.
interface InsightSource {

    InsightEntity entity();

    /// Counts the rows by the dimensions of a question, in their order.
    List<Map<String, @Nullable Object>> count(InsightQuestion question);

    /// Finds the tests, or the runs, that the rows belong to.
    List<UUID> ids(InsightQuestion question, InsightOutcome outcome);
}
