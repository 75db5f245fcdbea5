package ai.rhesis.backend.portal.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The answers to questions about many rows, all those of one call from the same connection.
@Service
@Transactional(readOnly = true)
class InsightService {

    private final InsightQueries insights;

    InsightService(InsightQueries insights) {
        this.insights = insights;
    }

    /// Answers each question under its label.
    ///
    /// @throws ProblemException 400 where an answer has too many rows
    Map<String, InsightView> count(Map<String, InsightQuestion> questions) {
        insights.planForValues();
        Map<String, InsightView> answers = new LinkedHashMap<>();
        questions.forEach((label, question) -> answers.put(label, InsightView.of(question, rows(question))));
        return answers;
    }

    private List<Map<String, @Nullable Object>> rows(InsightQuestion question) {
        List<Map<String, @Nullable Object>> rows = insights.count(question);
        if (rows.size() > InsightRow.MAX_ROWS) {
            throw InsightProblem.bad(
                    "group_by",
                    "The answer has more than %d rows; group by less or filter more".formatted(InsightRow.MAX_ROWS));
        }
        return rows.isEmpty() && question.dimensions().isEmpty() ? List.of(InsightRow.zeros(question)) : rows;
    }

    List<UUID> ids(InsightQuestion question, InsightOutcome outcome) {
        insights.planForValues();
        return insights.ids(question, outcome);
    }
}
