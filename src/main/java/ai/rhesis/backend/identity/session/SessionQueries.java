package ai.rhesis.backend.identity.session;

import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.Session;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sessions of accounts in the rows of logins, and the codes and tokens that begin and prolong them.
@Repository
class SessionQueries {

    private static final String IS_CURRENT = "select from app.authenticate_account(?, ?) where app.may_enter(?)";
    private static final String END = "select app.end_sessions(?)";
    private static final String STORE_CODE = "select app.store_login_code(?, ?)";
    private static final String CONSUME_CODE = "select account_id, epoch from app.consume_login_code(?)";
    private static final String STORE_REFRESH_TOKEN = "select app.store_refresh_token(?, ?)";
    private static final String USE_REFRESH_TOKEN = "select account_id, epoch from app.use_refresh_token(?)";
    private static final String REVOKE = "select app.revoke_refresh_token(?)";

    private final JdbcClient database;

    SessionQueries(JdbcClient database) {
        this.database = database;
    }

    /// Tells whether the session goes on, and its account, membership and organization are active.
    boolean isCurrent(Session session) {
        return database.sql(IS_CURRENT)
                .params(session.account(), session.epoch(), session.account())
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    void end(UUID account) {
        call(database.sql(END).param(account));
    }

    void storeCode(UUID account, Secret code) {
        call(database.sql(STORE_CODE).params(account, code.hash()));
    }

    Optional<Session> consumeCode(Secret code) {
        return session(database.sql(CONSUME_CODE).param(code.hash()));
    }

    void storeRefreshToken(UUID account, Secret token) {
        call(database.sql(STORE_REFRESH_TOKEN).params(account, token.hash()));
    }

    /// Finds the session of a refresh token and prolongs it.
    Optional<Session> useRefreshToken(Secret token) {
        return session(database.sql(USE_REFRESH_TOKEN).param(token.hash()));
    }

    void revoke(Secret refreshToken) {
        call(database.sql(REVOKE).param(refreshToken.hash()));
    }

    private static Optional<Session> session(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Session(row.getObject("account_id", UUID.class), row.getInt("epoch")))
                .optional();
    }

    private static void call(JdbcClient.StatementSpec statement) {
        statement.query((row, number) -> true).list();
    }
}
