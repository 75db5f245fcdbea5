package ai.rhesis.backend.run.plan;

import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of the last runs of a set against an endpoint.
@Repository
class PlanQueries {

    private static final String LAST_RUNS = """
            select r.id
            from app.test_run r
            where r.test_set_id = :setId and r.endpoint_id = :endpointId and r.deleted_at is null
              and r.decided_position is null
              and (not r.is_executed or r.state not in ('Queued', 'Progress'))
              and exists (select 1 from app.test_result t where t.test_run_id = r.id and t.deleted_at is null)
            order by r.created_at desc, r.id desc
            limit 2
            """;
    private static final String PAIRS = """
            select count(*) as n, count(*) filter (where c.outcome = 'pass' and b.outcome <> 'pass') as improved,
                   count(*) filter (where c.outcome <> 'pass' and b.outcome = 'pass') as regressed
            from (select * from app.test_outcome where test_run_id = :candidate and not quarantined) c
            join (select * from app.test_outcome where test_run_id = :baseline and not quarantined) b
                on b.test_id = c.test_id and b.stimulus_hash is not distinct from c.stimulus_hash
            """;
    private static final String EXPERIENCE = """
            select (select count(*)
                    from app.test_set_test h
                    join app.test t on t.id = h.test_id and t.deleted_at is null
                    where h.test_set_id = :setId
                      and not exists (select 1 from app.current_quarantine q where q.test_id = t.id)) as tests,
                   (select coalesce(avg(o.passes * (o.n - o.passes)::double precision / (o.n * (o.n - 1))), 0)
                    from app.test_outcome o
                    where o.test_run_id = any(:runs) and o.n > 1 and not o.quarantined) as within,
                   (select avg(t.latency_millis)::double precision
                    from app.test_result t
                    where t.test_run_id = any(:runs) and t.deleted_at is null and t.verdict <> 'Error') as latency,
                   (select case when count(*) = count(t.cost_micros)
                                     and count(t.judge_input_tokens) = count(t.judge_cost_micros)
                                then avg(t.cost_micros + coalesce(t.judge_cost_micros, 0))::double precision / 1e6 end
                    from app.test_result t
                    where t.test_run_id = any(:runs) and t.deleted_at is null and t.verdict <> 'Error') as cost,
                   (select case when lower(r.plan -> 'options' ->> 'execution_mode') = 'sequential' then 1
                                else (r.plan -> 'options' ->> 'max_concurrency')::int end
                    from app.test_run r
                    where r.id = any(:runs)
                    order by r.created_at desc
                    limit 1) as concurrency
            """;
    private static final int DEFAULT_CONCURRENCY = 10;

    private final JdbcClient database;

    PlanQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the last two ended runs of a set against an endpoint, the newest first; one that ended early
    /// is not among them.
    List<UUID> lastRuns(UUID setId, UUID endpointId) {
        return database.sql(LAST_RUNS)
                .param("setId", setId)
                .param("endpointId", endpointId)
                .query(UUID.class)
                .list();
    }

    PairedOutcomes pairs(UUID candidate, UUID baseline) {
        return database.sql(PAIRS)
                .param("candidate", candidate)
                .param("baseline", baseline)
                .query((row, number) ->
                        new PairedOutcomes(row.getLong("n"), row.getLong("improved"), row.getLong("regressed")))
                .single();
    }

    Experience experience(UUID setId, List<UUID> runs, @Nullable PairedOutcomes pairs) {
        return database.sql(EXPERIENCE)
                .param("setId", setId)
                .param("runs", runs.toArray(UUID[]::new))
                .query((row, number) -> {
                    Integer concurrency = row.getObject("concurrency", Integer.class);
                    return new Experience(
                            row.getLong("tests"),
                            pairs,
                            row.getDouble("within"),
                            row.getObject("latency", Double.class),
                            row.getObject("cost", Double.class),
                            concurrency == null ? DEFAULT_CONCURRENCY : concurrency);
                })
                .single();
    }
}
