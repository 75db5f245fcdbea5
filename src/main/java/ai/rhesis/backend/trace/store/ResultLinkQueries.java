package ai.rhesis.backend.trace.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The search for the results of traces that have none.
@Repository
@Transactional
class ResultLinkQueries {

    /// Lets one link the traces of a run at a time, so that two traces never take one result while another is free.
    /// Nobody waits for the other: whoever asks may hold a connection that others need.
    private static final String BEGIN = """
            select pg_try_advisory_xact_lock(hashtextextended('links of ' || cast(:runId as text), 0))
            """;

    /// A trace that names its result waits for that one. Of the others of a test and configuration, in the
    /// order in which they began, the first takes the first of the results without a trace, by their
    /// repetition, and so on. Where none is left and none is to come, they take the first result: a test may
    /// leave several traces. Traces are locked in the order of all that change them.
    ///
    /// Of a run with very many traces, some are linked at a time, in the order in which they came. They are
    /// found by their run (`materialized`): in the order of ids, all traces of the organization would be read.
    private static final String LINK = """
            with of_run as materialized (
                select t.id, t.test_id, t.test_configuration_id, t.told_test_result_id as told, t.start_time
                from app.trace t
                where t.test_run_id = :runId and t.test_result_id is null),
            chosen as materialized (
                select o.*
                from of_run o
                where cast(:after as uuid) is null or o.id > :after
                order by o.id
                limit :limit),
            open as materialized (
                select c.id, c.test_id, c.test_configuration_id, c.told,
                       row_number() over (
                           partition by c.told is null, c.test_id, c.test_configuration_id
                           order by c.start_time, c.id) as place
                from chosen c),
            free as materialized (
                select r.id, r.tested_id, r.test_configuration_id,
                       row_number() over (
                           partition by r.tested_id, r.test_configuration_id
                           order by r.repetition, r.id) as place
                from app.test_result r
                where r.test_run_id = :runId and r.deleted_at is null
                  and r.tested_id = any(array(select o.test_id from open o where o.told is null))
                  and not exists (select from app.trace l where l.test_result_id = r.id)
                  and not exists (select from of_run o where o.told = r.id)),
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
                for no key update of t),
            linked as (
                update app.trace t
                set test_result_id = l.result_id
                from locked l
                where t.id = l.id and t.test_result_id is null
                returning t.id)
            select (select count(*) from linked) as traces,
                   (select c.id from chosen c order by c.id offset :limit - 1 limit 1) as last
            """;

    /// By chance, so that each has its turn where there are more.
    private static final String WAITING = """
            select w.id
            from (select distinct t.test_run_id as id
                  from app.trace t
                  where t.test_run_id is not null and t.test_result_id is null
                    and t.last_received_at > now() - interval '2 days') w
            order by random()
            limit :limit
            """;

    private static final String EXISTING = """
            select r.id
            from app.test_run r
            where r.id = any(cast(:ids as uuid[])) and r.deleted_at is null
            """;

    private static final int MAX_RUNS = 1_000;
    private static final int MAX_TRACES = 10_000;

    private final JdbcClient database;
    private final int maxTraces;

    @Autowired
    ResultLinkQueries(JdbcClient database) {
        this(database, MAX_TRACES);
    }

    ResultLinkQueries(JdbcClient database, int maxTraces) {
        this.database = database;
        this.maxTraces = maxTraces;
    }

    /// Links some traces of a run.
    ///
    /// @param after the id of the last trace that was looked at before; null at the begin
    public Links link(UUID runId, @Nullable UUID after) {
        if (!database.sql(BEGIN).param("runId", runId).query(Boolean.class).single()) {
            return Links.TAKEN;
        }
        return database.sql(LINK)
                .param("runId", runId)
                .param("after", after)
                .param("limit", maxTraces)
                .query((row, number) -> new Links(row.getInt("traces"), row.getObject("last", UUID.class), false))
                .single();
    }

    /// Finds runs that have traces without a result, of the last two days.
    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return database.sql(WAITING).param("limit", MAX_RUNS).query(UUID.class).list();
    }

    /// Finds those of the runs that there are.
    @Transactional(readOnly = true)
    public List<UUID> existing(Collection<UUID> runIds) {
        return database.sql(EXISTING)
                .param("ids", runIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /// The outcome of one statement.
    ///
    /// @param traces that were linked
    /// @param last the id of the last trace that was looked at, if there may be more; null otherwise
    /// @param isTaken whether somebody else links the traces of the run, so that nothing was done
    record Links(int traces, @Nullable UUID last, boolean isTaken) {

        static final Links TAKEN = new Links(0, null, true);
    }
}
