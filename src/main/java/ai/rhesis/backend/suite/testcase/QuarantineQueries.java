package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The quarantines of tests.
@Repository
class QuarantineQueries {

    private static final String FIND =
            "select q.test_id, q.reason, q.until, q.created_at, " + UserReference.COLUMNS + """
            from app.current_quarantine q
            join app.membership u on u.user_id = q.user_id
            where q.test_id = :testId
            """;
    private static final String PUT = """
            insert into app.test_quarantine as q (test_id, reason, until)
            values (:testId, :reason, :until)
            on conflict (organization_id, test_id) do update
            set reason = excluded.reason, until = excluded.until, user_id = excluded.user_id, created_at = now()
            """;
    private static final String DELETE = "delete from app.test_quarantine where test_id = :testId";

    private final JdbcClient database;

    QuarantineQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds the quarantine of a test that holds now.
    Optional<QuarantineView> find(UUID testId) {
        return database.sql(FIND)
                .param("testId", testId)
                .query((row, number) -> quarantine(row))
                .optional();
    }

    void put(UUID testId, QuarantineRequest request) {
        database.sql(PUT)
                .param("testId", testId)
                .param("reason", request.reason())
                .param("until", request.until() == null ? null : Timestamp.from(request.until()))
                .update();
    }

    void delete(UUID testId) {
        database.sql(DELETE).param("testId", testId).update();
    }

    private static QuarantineView quarantine(ResultSet row) throws SQLException {
        return new QuarantineView(
                row.getObject("test_id", UUID.class),
                row.getString("reason"),
                Times.orNull(row, "until"),
                Times.of(row, "created_at"),
                UserReference.of(row));
    }
}
