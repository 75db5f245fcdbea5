package ai.rhesis.backend.run.testrun;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what came of runs.
@Repository
class TestRunStatsRepository {

    private static final String COUNTS = """
            select r.id, greatest(r.results, r.items) as total, r.passed, r.failed, r.errors
            from (select n.id, c.results, c.passed, c.failed, c.errors,
                         (select count(*) from app.test_run_item i where i.test_run_id = n.id) as items
                  from unnest(cast(:ids as uuid[])) as n (id)
                  cross join lateral (
                      select count(*) as results,
                             count(*) filter (where t.verdict = 'Pass') as passed,
                             count(*) filter (where t.verdict = 'Fail') as failed,
                             count(*) filter (where t.verdict = 'Error') as errors
                      from app.test_result t
                      where t.test_run_id = n.id and t.deleted_at is null) c) r
            """;

    private final JdbcClient database;

    TestRunStatsRepository(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, TestRunStats> find(Collection<UUID> runIds) {
        Map<UUID, TestRunStats> stats = new HashMap<>();
        database.sql(COUNTS).param("ids", runIds.toArray(UUID[]::new)).query(row -> {
            stats.put(
                    row.getObject("id", UUID.class),
                    new TestRunStats(
                            row.getLong("total"), row.getLong("passed"), row.getLong("failed"), row.getLong("errors")));
        });
        return stats;
    }
}
