package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.run.testrun.TestRunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The events of a run, by the positions of its results.
@Repository
class ProgressQueries {

    private static final String LOOK = """
            select r.state, r.last_position, r.version
            from app.test_run r
            where r.id = :runId
            """;
    private static final String RESULTS = """
            select r.id, r.test_id, r.repetition, r.position, r.verdict, r.latency_millis, r.error
            from app.test_result r
            where r.test_run_id = :runId and r.position > :position and r.deleted_at is null
            order by r.position
            limit :limit
            """;

    private final JdbcClient database;

    ProgressQueries(JdbcClient database) {
        this.database = database;
    }

    /// Reads the state of a run, also of a deleted one, in a single statement.
    MomentView look(UUID runId) {
        return database.sql(LOOK)
                .param("runId", runId)
                .query((row, number) -> moment(row))
                .single();
    }

    List<ResultView> results(UUID runId, long position, int limit) {
        return database.sql(RESULTS)
                .param("runId", runId)
                .param("position", position)
                .param("limit", limit)
                .query((row, number) -> result(row))
                .list();
    }

    private static MomentView moment(ResultSet row) throws SQLException {
        return new MomentView(
                TestRunState.of(row.getString("state")), row.getLong("last_position"), row.getLong("version"));
    }

    private static ResultView result(ResultSet row) throws SQLException {
        return new ResultView(
                row.getObject("id", UUID.class),
                row.getObject("test_id", UUID.class),
                row.getInt("repetition"),
                row.getLong("position"),
                row.getString("verdict"),
                row.getObject("latency_millis", Long.class),
                row.getString("error"));
    }
}
