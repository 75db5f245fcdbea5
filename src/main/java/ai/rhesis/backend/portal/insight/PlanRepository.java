package ai.rhesis.backend.portal.insight;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Has the database plan the statements of a transaction for their values.
@Repository
class PlanRepository {

    /// Elsewhere one plan serves all values. A statement of insights has a branch for each dimension and filter that
    /// there
    /// is, and planned for its values it keeps those alone that were asked for.
    private static final String PLAN_FOR_VALUES = """
            set local plan_cache_mode = force_custom_plan
            """;

    private final JdbcClient database;

    PlanRepository(JdbcClient database) {
        this.database = database;
    }

    void planForValues() {
        database.sql(PLAN_FOR_VALUES).update();
    }
}
