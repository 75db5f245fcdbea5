package ai.rhesis.backend.run.stability;

import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.platform.statistics.Repeated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counts of repetitions, of the tests of a run and of one test over runs.
@Repository
class RepetitionQueries {

    private static final String OF_RUN = """
            select o.n, o.passes, count(*) as tests
            from app.test_outcome o
            where o.test_run_id = :runId and not o.quarantined
            group by o.n, o.passes
            order by o.n, o.passes
            """;
    /// A judge is what the run pinned of the metrics that judge the test, and of the models that these ask;
    /// a run that a client keeps has none.
    private static final String WITH_JUDGE = """
            from app.test_result t
            join app.test_run r on r.id = t.test_run_id and r.deleted_at is null
            left join lateral (
                select jsonb_build_array(
                           (select jsonb_agg(m.snapshot order by m.metric_id)
                            from app.test_run_metric m
                            where m.test_run_id = r.id and m.metric_id = any(i.metric_ids)),
                           r.plan -> 'judge', r.plan -> 'judges') as judge
                from app.test_run_item i
                where i.id = t.test_run_item_id
                limit 1) j on true
            where t.tested_id = :testId and t.deleted_at is null
            """;
    /// The results of a test with the stimulus, target and judge of its newest one.
    private static final String OF_TEST = """
            with newest as materialized (
                select t.stimulus_hash, r.endpoint_id, r.model_id, j.judge
            """ + WITH_JUDGE + """
                order by t.created_at desc, t.id desc
                limit 1),
            alike as (
                select t.test_run_id, t.verdict, t.created_at, r.name
            """ + WITH_JUDGE + """
                  and t.stimulus_hash is not distinct from (select stimulus_hash from newest)
                  and r.endpoint_id is not distinct from (select endpoint_id from newest)
                  and r.model_id is not distinct from (select model_id from newest)
                  and j.judge is not distinct from (select judge from newest)
                order by t.created_at desc, t.id desc
                limit :limit)
            select a.test_run_id, a.name, min(a.created_at) as created_at, count(*) as n,
                   count(*) filter (where a.verdict = 'Pass') as passes
            from alike a
            group by a.test_run_id, a.name
            order by min(a.created_at), a.test_run_id
            """;

    private final JdbcClient database;

    RepetitionQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds the tests of a run outside quarantine, counted by repetitions and passes.
    List<Repeated> ofRun(UUID runId) {
        return database.sql(OF_RUN)
                .param("runId", runId)
                .query((row, number) -> new Repeated(row.getInt("n"), row.getInt("passes"), row.getLong("tests")))
                .list();
    }

    /// Finds the last results of a test that can be compared with its newest, by their runs, the oldest first.
    List<StabilityRun> ofTest(UUID testId, int limit) {
        return database.sql(OF_TEST)
                .param("testId", testId)
                .param("limit", limit)
                .query((row, number) -> results(row))
                .list();
    }

    private static StabilityRun results(ResultSet row) throws SQLException {
        return new StabilityRun(
                row.getObject("test_run_id", UUID.class),
                row.getString("name"),
                Times.of(row, "created_at"),
                row.getLong("n"),
                row.getLong("passes"));
    }
}
