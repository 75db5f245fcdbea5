package ai.rhesis.backend.identity.login;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The attempts to log in, counted per address and source by functions of the database.
@Repository
class LoginQueries {

    private static final String BEGIN = "select failures, wait_ms from app.begin_login(?, ?)";
    private static final String RECORD = "select app.record_login(?, ?, ?)";

    private final JdbcClient database;

    LoginQueries(JdbcClient database) {
        this.database = database;
    }

    /// Counts an attempt as failed until a good login is recorded, and returns its turn.
    LoginTurn begin(String email, String source) {
        return database.sql(BEGIN)
                .params(email, source)
                .query((row, number) -> new LoginTurn(row.getInt("failures"), Duration.ofMillis(row.getInt("wait_ms"))))
                .single();
    }

    void record(String email, String source, UUID account) {
        database.sql(RECORD)
                .params(email, source, account)
                .query((row, number) -> true)
                .list();
    }
}
