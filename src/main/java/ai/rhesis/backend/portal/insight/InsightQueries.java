package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows that insights count, by constant statements for each entity.
@Repository
class InsightQueries {

    /// Elsewhere one plan serves all values. A statement of insights has a branch for each dimension and filter that
    /// there is, and planned for its values it keeps only those that were asked for (ADR 4).
    ///
    /// An organization is taken for a twentieth of its table, so the rows of one that has nearly all of them
    /// seem too few for a second process, which in truth halves the time. So starting one counts for nothing.
    private static final String PLAN_FOR_VALUES = """
            set local plan_cache_mode = force_custom_plan;
            set local parallel_setup_cost = 0
            """;

    private final JdbcClient database;

    InsightQueries(JdbcClient database) {
        this.database = database;
    }

    /// Has the database plan the further statements of this transaction for their values.
    void planForValues() {
        database.sql(PLAN_FOR_VALUES).update();
    }

    List<Map<String, @Nullable Object>> count(InsightQuestion question) {
        return database.sql(InsightStatements.of(question.entity()).counts())
                .params(question.groupedParameters())
                .query((row, number) -> InsightRow.read(question, row))
                .list();
    }

    List<UUID> ids(InsightQuestion question, InsightOutcome outcome) {
        return database.sql(InsightStatements.of(question.entity()).ids())
                .params(question.parameters())
                .param("outcome", outcome.toString())
                .query(UUID.class)
                .list();
    }
}
