package ai.rhesis.backend.run.history;

import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The runs of sets, the newest first. Only the results of the runs on the page are counted.
@Repository
class HistoryQueries {

    private static final String PAGE = """
            with page as materialized (
                select r.id, r.name, r.created_at, r.state, r.target_name, r.test_set_version_number, r.test_set_version_hash
                from app.test_run r
                where r.test_set_id = :setId and r.deleted_at is null
                  and (cast(:after as uuid) is null
                       or (r.created_at, r.id) < (select a.created_at, a.id from app.test_run a where a.id = :after))
                order by r.created_at desc, r.id desc
                limit :limit)
            select p.*, o.tests, o.passed, o.errors
            from page p
            cross join lateral (
                select count(*) as tests, count(*) filter (where o.outcome = 'pass') as passed,
                       count(*) filter (where o.outcome = 'error') as errors
                from app.test_outcome o
                where o.test_run_id = p.id and not o.quarantined) o
            order by p.created_at desc, p.id desc
            """;

    private final JdbcClient database;

    HistoryQueries(JdbcClient database) {
        this.database = database;
    }

    List<RatedRunView> page(UUID setId, @Nullable UUID after, int limit) {
        return database.sql(PAGE)
                .param("setId", setId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> run(row))
                .list();
    }

    private static RatedRunView run(ResultSet row) throws SQLException {
        return new RatedRunView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Times.of(row, "created_at"),
                row.getString("state"),
                row.getString("target_name"),
                row.getObject("test_set_version_number", Integer.class),
                row.getString("test_set_version_hash"),
                row.getLong("tests"),
                row.getLong("passed"),
                row.getLong("errors"));
    }
}
