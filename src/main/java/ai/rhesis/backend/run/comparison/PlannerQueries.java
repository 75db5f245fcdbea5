package ai.rhesis.backend.run.comparison;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The settings by which the database plans and runs the statements of a transaction.
@Repository
class PlannerQueries {

    /// Joins of whole runs look alike to the planner whether they have a dozen rows or 100,000, and a nested loop over
    /// the latter takes minutes. What 100,000 pairs are sorted by fits in the memory of each sort.
    private static final String FOR_MANY_ROWS = """
            set local enable_nestloop = off; set local work_mem = '48MB'
            """;
    private static final String FOR_FEW_ROWS = """
            set local enable_nestloop = on; set local work_mem to default
            """;

    private final JdbcClient database;

    PlannerQueries(JdbcClient database) {
        this.database = database;
    }

    /// Has the next statements of this transaction planned for runs of any size.
    void planForManyRows() {
        database.sql(FOR_MANY_ROWS).update();
    }

    /// Has the next statements of this transaction planned as everywhere else.
    void planForFewRows() {
        database.sql(FOR_FEW_ROWS).update();
    }
}
