package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to a question, one row for each combination of the dimensions.
record InsightView(
        String entity, List<String> dimensions, List<String> measures, List<Map<String, @Nullable Object>> rows) {

    static InsightView of(InsightQuestion question, List<Map<String, @Nullable Object>> rows) {
        return new InsightView(question.entity().toString(), question.dimensions(), question.measures(), rows);
    }
}
