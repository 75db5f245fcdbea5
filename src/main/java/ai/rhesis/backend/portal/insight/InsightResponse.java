package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to a question, one row for each combination of the dimensions.
record InsightResponse(
        String entity, List<String> dimensions, List<String> measures, List<Map<String, @Nullable Object>> rows) {

    static InsightResponse of(InsightQuestion question, List<Map<String, @Nullable Object>> rows) {
        return new InsightResponse(question.entity().toString(), question.dimensions(), question.measures(), rows);
    }
}
