package ai.rhesis.backend.run.comparison;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The settings by which the database plans the statements of a transaction.
@Repository
class PlannerQueries {

    /// Joins of whole runs look alike to the planner whether they have a dozen rows or 100,000, and a nested loop over
    /// the latter takes minutes.
    private static final String WITHOUT_NESTED_LOOPS = """
            set local enable_nestloop = off
            """;
    private static final String WITH_NESTED_LOOPS = """
            set local enable_nestloop = on
            """;

    private final JdbcClient database;

    PlannerQueries(JdbcClient database) {
        this.database = database;
    }

    /// Has the next statements of this transaction planned for runs of any size.
    void planForManyRows() {
        database.sql(WITHOUT_NESTED_LOOPS).update();
    }

    /// Has the next statements of this transaction planned as everywhere else.
    void planForFewRows() {
        database.sql(WITH_NESTED_LOOPS).update();
    }
}
