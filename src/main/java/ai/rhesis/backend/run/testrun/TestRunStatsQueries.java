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

    /// The counts of all that runs hold, which indexes answer alone, less those of tests in quarantine, which are
    /// few or none.
    private static final String COUNTS = """
            with apart as materialized (
                select q.test_id from app.current_quarantine q)
            select r.id, greatest(r.results, r.items) as total, r.passed, r.failed, r.errors, r.set_size, r.reviewed, r.corrected,
                   r.is_decided
            from (select n.id, c.results - a.results as results, c.passed - a.passed as passed, c.failed - a.failed as failed,
                         c.errors - a.errors as errors, w.reviewed, w.corrected,
                         (select count(*) from app.test_run_item i where i.test_run_id = n.id)
                         - (select count(*)
                            from apart a
                            join app.test_run_item i on i.test_run_id = n.id and i.test_id = a.test_id) as items,
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
                      where t.test_run_id = n.id and t.deleted_at is null) c
                  cross join lateral (
                      select count(*) as results,
                             count(*) filter (where t.verdict = 'Pass') as passed,
                             count(*) filter (where t.verdict = 'Fail') as failed,
                             count(*) filter (where t.verdict = 'Error') as errors
                      from apart a
                      join app.test_result t on t.tested_id = a.test_id
                      where t.test_run_id = n.id and t.deleted_at is null) a
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
