package ai.rhesis.backend.run.testresult;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The judgements of metrics about a result, for who shows them elsewhere.
@Service
@Transactional(readOnly = true)
public class JudgementService {

    private final MetricScoreQueries scores;

    JudgementService(MetricScoreQueries scores) {
        this.scores = scores;
    }

    /// Returns them as clients read them with the result, `{metrics{<name>: {…}}}`, without the time, which the
    /// frontend takes for a number where it is present at all.
    public JsonNode of(UUID resultId) {
        JsonNode judged =
                new TestMetrics(null, scores.find(List.of(resultId)).getOrDefault(resultId, List.of())).write();
        return ((ObjectNode) judged).without("execution_time");
    }
}
