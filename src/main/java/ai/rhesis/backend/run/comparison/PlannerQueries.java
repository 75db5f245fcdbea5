package ai.rhesis.backend.run.comparison;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The settings by which the database plans and runs the statements of a transaction.
@Repository
class PlannerQueries {

    /// Joins of whole runs look alike to the planner whether they have a dozen rows or 100,000, and a nested loop over
    /// the latter takes minutes. What 100,000 pairs are sorted by fits in the memory of each sort.
    private static final String FOR_MANY_ROWS = """
            set local enable_nestloop = off; set local work_mem = '48MB'; set local jit = off;
            set local max_parallel_workers_per_gather = 0
            """;
    /// A run is taken for a small part of its table, so its rows seem too few for a second process. What was planned
    /// for one process, when runs were small, is planned anew.
    private static final String IN_PARALLEL = """
            set local max_parallel_workers_per_gather to default; set local plan_cache_mode = force_custom_plan;
            set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0;
            set local min_parallel_index_scan_size = 0; set local min_parallel_table_scan_size = 0
            """;
    private static final String FOR_FEW_ROWS = """
            set local enable_nestloop = on; set local work_mem to default; set local jit to default;
            set local max_parallel_workers_per_gather to default; set local plan_cache_mode to default;
            set local parallel_setup_cost to default; set local parallel_tuple_cost to default;
            set local min_parallel_index_scan_size to default; set local min_parallel_table_scan_size to default
            """;

    private final JdbcClient database;

    PlannerQueries(JdbcClient database) {
        this.database = database;
    }

    /// Has the next statements of this transaction planned for runs of any size.
    void planForManyRows() {
        database.sql(FOR_MANY_ROWS).update();
    }

    /// Has the next statements of this transaction use several processors where they can. Below some thousand rows
    /// starting a process takes longer than the work.
    void planInParallel() {
        database.sql(IN_PARALLEL).update();
    }

    /// Has the next statements of this transaction planned as everywhere else.
    void planForFewRows() {
        database.sql(FOR_FEW_ROWS).update();
    }
}
