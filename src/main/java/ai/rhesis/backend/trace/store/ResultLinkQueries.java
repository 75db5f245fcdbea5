package ai.rhesis.backend.trace.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The search for the results of traces that have none.
@Repository
@Transactional
class ResultLinkQueries {

    /// Lets one link the traces of a run at a time, so that two traces never take one result while another is free.
    private static final String BEGIN = """
            select pg_advisory_xact_lock(hashtextextended('links of ' || cast(:runId as text), 0))
            """;

    /// A trace that names its result waits for that one. Of the others of a test and configuration, in the
    /// order in which they began, the first takes the first of the results without a trace, by their
    /// repetition, and so on. Where none is left and none is to come, they take the first result: a test may
    /// leave several traces. Traces are locked in the order of all that change them.
    private static final String LINK = """
            with open as materialized (
                select t.id, t.test_id, t.test_configuration_id, t.told_test_result_id as told,
                       row_number() over (
                           partition by t.told_test_result_id is null, t.test_id, t.test_configuration_id
                           order by t.start_time, t.id) as place
                from app.trace t
                where t.test_run_id = :runId and t.test_result_id is null),
            free as materialized (
                select r.id, r.tested_id, r.test_configuration_id,
                       row_number() over (
                           partition by r.tested_id, r.test_configuration_id
                           order by r.repetition, r.id) as place
                from app.test_result r
                where r.test_run_id = :runId and r.deleted_at is null
                  and r.tested_id = any(array(select o.test_id from open o where o.told is null))
                  and not exists (select from app.trace l where l.test_result_id = r.id)
                  and not exists (select from open o where o.told = r.id)),
            found as (
                select o.id, named.id as result_id
                from open o
                cross join lateral (
                    select r.id, r.deleted_at
                    from app.test_result r
                    where r.id = o.told
                    limit 1) named
                where named.deleted_at is null
                union all
                select o.id, coalesce(f.id, any_one.id)
                from open o
                left join free f on f.tested_id = o.test_id and f.test_configuration_id = o.test_configuration_id
                                    and f.place = o.place
                left join lateral (
                    select r.id
                    from app.test_result r
                    where f.id is null and r.test_run_id = :runId and r.tested_id = o.test_id
                      and r.test_configuration_id = o.test_configuration_id and r.deleted_at is null
                      and not exists (
                          select
                          from app.test_run_item i
                          where i.test_run_id = :runId and i.test_id = o.test_id and i.state <> 'Done')
                    order by r.repetition, r.id
                    limit 1) any_one on true
                where o.told is null),
            locked as materialized (
                select t.id, f.result_id
                from found f
                join app.trace t on t.id = f.id
                where f.result_id is not null
                order by t.project_id, t.trace_id
                for no key update of t)
            update app.trace t
            set test_result_id = l.result_id
            from locked l
            where t.id = l.id and t.test_result_id is null
            """;

    private static final String WAITING = """
            select distinct t.test_run_id
            from app.trace t
            where t.test_run_id is not null and t.test_result_id is null
              and t.last_received_at > now() - interval '2 days'
            """;

    private final JdbcClient database;

    ResultLinkQueries(JdbcClient database) {
        this.database = database;
    }

    /// Links the traces of a run, and returns how many.
    public int link(UUID runId) {
        database.sql(BEGIN).param("runId", runId).query((row, number) -> 0).single();
        return database.sql(LINK).param("runId", runId).update();
    }

    /// Finds the runs that have traces without a result, of the last two days.
    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return database.sql(WAITING).query(UUID.class).list();
    }
}
