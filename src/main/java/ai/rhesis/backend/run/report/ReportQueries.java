package ai.rhesis.backend.run.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of a run's page: tallies and distributions, and the run to compare it with.
@Repository
class ReportQueries {

    private static final String BY_GROUP = """
            select coalesce(t.%1$s, 'No %1$s') as name,
                   count(*) filter (where t.verdict = 'Pass') as passed,
                   count(*) filter (where t.verdict = 'Fail') as failed,
                   count(*) filter (where t.verdict = 'Error') as errors
            from app.tested_result t
            where t.test_run_id = :runId and t.deleted_at is null
            group by t.%1$s
            order by t.%1$s nulls last
            """;
    private static final String BY_REQUIREMENT = BY_GROUP.formatted("requirement");
    private static final String BY_CATEGORY = BY_GROUP.formatted("category");

    private static final String BY_METRIC = """
            select m.name,
                   count(*) filter (where m.is_successful) as passed,
                   count(*) filter (where not m.is_successful) as failed,
                   count(*) filter (where m.is_successful is null) as errors
            from app.test_result r
            join app.test_result_metric m on m.test_result_id = r.id
            where r.test_run_id = :runId and r.deleted_at is null
            group by m.name
            order by m.name
            """;

    private static final String LATENCIES = """
            select width_bucket(r.latency_millis, cast(:steps as bigint[])) as step, count(*) as results,
                   percentile_disc(array[0.5, 0.95, 1]) within group (order by r.latency_millis) as within,
                   sum(r.latency_millis) as total
            from app.test_result r
            where r.test_run_id = :runId and r.deleted_at is null and r.latency_millis is not null
            group by grouping sets ((step), ())
            order by step nulls first
            """;

    private static final String COSTS = """
            select width_bucket(c.cost, cast(:steps as bigint[])) as step, count(*) as results,
                   percentile_disc(array[0.5, 0.95, 1]) within group (order by c.cost) as within,
                   sum(c.cost) as total
            from (select coalesce(r.cost_micros, 0) + coalesce(r.judge_cost_micros, 0) as cost
                  from app.test_result r
                  where r.test_run_id = :runId and r.deleted_at is null
                    and (r.cost_micros is not null or r.judge_cost_micros is not null)) c
            group by grouping sets ((step), ())
            order by step nulls first
            """;

    private static final String BASELINE = """
            select b.id
            from app.test_run r
            join app.test_run b on b.id = r.reference_test_run_id
                or (r.reference_test_run_id is null and b.test_set_id = r.test_set_id and b.created_at < r.created_at
                    and b.endpoint_id is not distinct from r.endpoint_id and b.model_id is not distinct from r.model_id
                    and b.state in ('Completed', 'Partial'))
            where r.id = :runId and b.id <> r.id and b.deleted_at is null
              and (not b.is_executed or b.state not in ('Queued', 'Progress'))
            order by b.created_at desc, b.id desc
            limit 1
            """;

    private final JdbcClient database;

    ReportQueries(JdbcClient database) {
        this.database = database;
    }

    List<Tally> byRequirement(UUID runId) {
        return tallies(BY_REQUIREMENT, runId);
    }

    List<Tally> byCategory(UUID runId) {
        return tallies(BY_CATEGORY, runId);
    }

    List<Tally> byMetric(UUID runId) {
        return tallies(BY_METRIC, runId);
    }

    private List<Tally> tallies(String sql, UUID runId) {
        return database.sql(sql)
                .param("runId", runId)
                .query((row, number) -> new Tally(
                        row.getString("name"), row.getLong("passed"), row.getLong("failed"), row.getLong("errors")))
                .list();
    }

    /// Counts latencies in milliseconds between the steps.
    Optional<Spread> latencies(UUID runId, Long[] steps) {
        return spread(LATENCIES, runId, steps);
    }

    /// Millionths of a US dollar of target and judges together, counted between the steps.
    Optional<Spread> costs(UUID runId, Long[] steps) {
        return spread(COSTS, runId, steps);
    }

    private Optional<Spread> spread(String sql, UUID runId, Long[] steps) {
        List<Spread.Row> rows = database.sql(sql)
                .param("runId", runId)
                .param("steps", steps)
                .query(ReportQueries::spreadRow)
                .list();
        return rows.isEmpty() || rows.getFirst().results() == 0 ? Optional.empty() : Optional.of(Spread.of(rows));
    }

    private static Spread.Row spreadRow(ResultSet row, int number) throws SQLException {
        @Nullable
        Long[] within = row.getArray("within") == null
                ? new Long[] {0L, 0L, 0L}
                : (Long[]) row.getArray("within").getArray();
        return new Spread.Row(
                row.getObject("step", Integer.class), row.getLong("results"), List.of(within), row.getLong("total"));
    }

    /// Finds the run to compare with: the run it refers to, else the one before it of the same set and target.
    Optional<UUID> baseline(UUID runId) {
        return database.sql(BASELINE).param("runId", runId).query(UUID.class).optional();
    }
}
