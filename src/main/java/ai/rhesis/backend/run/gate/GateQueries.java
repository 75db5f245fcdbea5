package ai.rhesis.backend.run.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of runs that rules of gates look at.
@Repository
class GateQueries {

    /// The tests of a run: those of its version, or the pieces of its work where it was made before there were
    /// versions.
    private static final String LISTED = """
            listed as (
                select m.test_id
                from app.test_run r
                join app.test_set_version_test m on m.test_set_id = r.test_set_id
                                                and m.since_number <= r.test_set_version_number
                                                and (m.until_number is null or m.until_number > r.test_set_version_number)
                where r.id = :runId
                union
                select i.tested_id
                from app.test_run r
                join app.test_run_item i on i.test_run_id = r.id
                where r.id = :runId and r.test_set_version_number is null and i.tested_id is not null),
            apart as (
                select q.test_id from app.current_quarantine q)
            """;
    private static final String FIGURES = "with " + LISTED + """
            select o.tests, o.passed, r.results, r.errors, r.cost, r.latency, n.not_run, d.is_decided
            from (select count(*) as tests, count(*) filter (where outcome = 'pass') as passed
                  from app.test_outcome
                  where test_run_id = :runId and not quarantined) o
            cross join (
                select count(*) as results, count(*) filter (where r.verdict = 'Error') as errors,
                       case when count(*) = count(r.cost_micros) and count(r.judge_input_tokens) = count(r.judge_cost_micros)
                            then cast((sum(r.cost_micros) + sum(coalesce(r.judge_cost_micros, 0))) / 1e6 as double precision)
                            end as cost,
                       percentile_cont(0.95) within group (order by case when r.verdict <> 'Error' then r.latency_millis end)
                           as latency
                from app.test_result r
                where r.test_run_id = :runId and r.deleted_at is null
                  and not exists (select 1 from apart a where a.test_id = r.tested_id)) r
            cross join (
                select count(*) as not_run
                from listed l
                where not exists (select 1 from apart a where a.test_id = l.test_id)
                  and not exists (select 1
                                  from app.test_result r
                                  where r.test_run_id = :runId and r.tested_id = l.test_id and r.deleted_at is null)) n
            cross join (
                select r.decided_position is not null as is_decided from app.test_run r where r.id = :runId) d
            """;
    private static final String BLOCKED = "with " + LISTED + """
            select count(*) as tests, count(*) filter (where o.outcome is distinct from 'pass') as blocking
            from (select l.test_id from listed l
                  union
                  select r.tested_id
                  from app.test_result r
                  where r.test_run_id = :runId and r.deleted_at is null and r.tested_id is not null) t
            join app.tagged_item i on i.entity_type = 'Test' and i.entity_id = t.test_id
            join app.tag g on g.id = i.tag_id and g.name_key = lower(:tag)
            left join (select test_id, outcome from app.test_outcome where test_run_id = :runId) o on o.test_id = t.test_id
            where not exists (select 1 from apart a where a.test_id = t.test_id)
            """;

    private final JdbcClient database;

    GateQueries(JdbcClient database) {
        this.database = database;
    }

    RunFigures figures(UUID runId) {
        return database.sql(FIGURES)
                .param("runId", runId)
                .query((row, number) -> figures(row))
                .single();
    }

    /// Counts the tests of a run with a tag, and those among them that did not pass.
    Tagged tagged(UUID runId, String tag) {
        return database.sql(BLOCKED)
                .param("runId", runId)
                .param("tag", tag)
                .query((row, number) -> new Tagged(row.getLong("tests"), row.getLong("blocking")))
                .single();
    }

    private static RunFigures figures(ResultSet row) throws SQLException {
        return new RunFigures(
                row.getLong("tests"),
                row.getLong("passed"),
                row.getLong("results"),
                row.getLong("errors"),
                row.getLong("not_run"),
                row.getBoolean("is_decided"),
                row.getObject("cost", Double.class),
                row.getObject("latency", Double.class));
    }

    record Tagged(long tests, long blocking) {}
}
