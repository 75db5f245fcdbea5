package ai.rhesis.backend.run.testrun;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counts of runs by outcome. Tests in quarantine are in no figure.
@Repository
class TestRunStatsQueries {

    private static final String COUNTS = """
            with apart as (
                select q.test_id from app.current_quarantine q)
            select r.id, greatest(r.results, r.items) as total, r.passed, r.failed, r.errors, r.set_size, r.reviewed, r.corrected,
                   r.is_decided
            from (select n.id, c.results, c.passed, c.failed, c.errors, w.reviewed, w.corrected,
                         (select count(*)
                          from app.test_run_item i
                          where i.test_run_id = n.id
                            and not exists (select 1 from apart a where a.test_id = i.tested_id)) as items,
                         (select u.decided_position is not null from app.test_run u where u.id = n.id) as is_decided,
                         (select v.tests
                          from app.test_run u
                          join app.test_set_version v on v.id = u.test_set_version_id
                          where u.id = n.id) as set_size
                  from unnest(cast(:ids as uuid[])) as n (id)
                  cross join lateral (
                      select count(*) as results,
                             count(*) filter (where t.verdict = 'Pass') as passed,
                             count(*) filter (where t.verdict = 'Fail') as failed,
                             count(*) filter (where t.verdict = 'Error') as errors
                      from app.test_result t
                      where t.test_run_id = n.id and t.deleted_at is null
                        and not exists (select 1 from apart a where a.test_id = t.tested_id)) c
                  cross join lateral (
                      select count(*) as reviewed, count(*) filter (where w.is_corrected) as corrected
                      from app.reviewed_result w
                      where w.test_run_id = n.id) w) r
            """;

    private final JdbcClient database;

    TestRunStatsQueries(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, RunCounts> find(Collection<UUID> runIds) {
        Map<UUID, RunCounts> counts = new HashMap<>();
        database.sql(COUNTS).param("ids", runIds.toArray(UUID[]::new)).query(row -> {
            TestRunStats stats = new TestRunStats(
                    row.getLong("total"), row.getLong("passed"), row.getLong("failed"), row.getLong("errors"));
            ReviewCounts reviews = new ReviewCounts(row.getLong("reviewed"), row.getLong("corrected"));
            counts.put(
                    row.getObject("id", UUID.class),
                    new RunCounts(
                            stats, row.getObject("set_size", Integer.class), reviews, row.getBoolean("is_decided")));
        });
        return counts;
    }
}
