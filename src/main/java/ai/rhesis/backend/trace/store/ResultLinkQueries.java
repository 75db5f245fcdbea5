package ai.rhesis.backend.trace.store;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The search for the results of traces that have none.
@Repository
@Transactional
class ResultLinkQueries {

    /// A trace that names its result waits for that one. Others take the result of their run, test and configuration.
    /// Traces are locked in the order of all that change them.
    private static final String LINK = """
            with found as materialized (
                select t.id, r.id as result_id
                from app.trace t
                cross join lateral (
                    select named.id
                    from (select r.id, r.deleted_at
                          from app.test_result r
                          where r.id = t.told_test_result_id
                          limit 1) named
                    where named.deleted_at is null
                    union all
                    select r.id
                    from app.test_result r
                    where t.told_test_result_id is null and r.test_run_id = t.test_run_id
                      and r.tested_id = t.test_id and r.test_configuration_id = t.test_configuration_id
                      and r.deleted_at is null
                    limit 1) r
                where t.test_run_id = any(cast(:runIds as uuid[])) and t.test_result_id is null),
            locked as materialized (
                select t.id, f.result_id
                from found f
                join app.trace t on t.id = f.id
                order by t.project_id, t.trace_id
                for no key update of t)
            update app.trace t
            set test_result_id = l.result_id
            from locked l
            where t.id = l.id and t.test_result_id is null
            """;

    private final JdbcClient database;

    ResultLinkQueries(JdbcClient database) {
        this.database = database;
    }

    /// Links the traces of runs.
    public void link(Set<UUID> runIds) {
        database.sql(LINK).param("runIds", runIds.toArray(UUID[]::new)).update();
    }
}
