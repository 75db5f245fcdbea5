package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.security.SessionUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of logins, which the application reaches through functions of the database only.
@Repository
class AccountQueries {

    private final JdbcClient database;

    AccountQueries(JdbcClient database) {
        this.database = database;
    }

    Candidate findLogin(String email) {
        return database.sql("""
                        select account_id, email, name, organization_id, password_hash
                        from app.find_login(?)
                        """)
                .param(email)
                .query((row, number) -> new Candidate(account(row), row.getString("password_hash")))
                .single();
    }

    private static @Nullable Account account(ResultSet row) throws SQLException {
        UUID id = row.getObject("account_id", UUID.class);
        return id == null
                ? null
                : new Account(
                        id,
                        row.getString("email"),
                        row.getString("name"),
                        row.getObject("organization_id", UUID.class));
    }

    /// Counts an attempt as failed until a good login is recorded, and returns its turn.
    LoginTurn beginLogin(String email, String source) {
        return database.sql("select failures, wait_ms from app.begin_login(?, ?)")
                .params(email, source)
                .query((row, number) -> new LoginTurn(row.getInt("failures"), Duration.ofMillis(row.getInt("wait_ms"))))
                .single();
    }

    void recordLogin(String email, String source, UUID account) {
        call(database.sql("select app.record_login(?, ?, ?)").params(email, source, account));
    }

    SessionUser find(UUID account) {
        return database.sql("select email, name, picture, organization_id, is_email_verified from app.find_account(?)")
                .param(account)
                .query((row, number) -> new SessionUser(
                        account,
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("picture"),
                        row.getObject("organization_id", UUID.class),
                        row.getBoolean("is_email_verified")))
                .single();
    }

    /// Tells whether the account, its membership and its organization are active.
    boolean mayEnter(UUID account) {
        return database.sql("select app.may_enter(?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /// Tells whether the session goes on, and its account, membership and organization are active.
    boolean isCurrent(Session session) {
        return database.sql("select from app.authenticate_account(?, ?) where app.may_enter(?)")
                .params(session.account(), session.epoch(), session.account())
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    String findAddress(UUID account) {
        return database.sql("select app.find_address(?)")
                .param(account)
                .query(String.class)
                .single();
    }

    /// Ends all sessions that the old password began.
    void changePassword(UUID account, String passwordHash) {
        call(database.sql("select app.change_password(?, ?)").params(account, passwordHash));
    }

    void endSessions(UUID account) {
        call(database.sql("select app.end_sessions(?)").param(account));
    }

    /// Creates an account; false when the address has one.
    boolean register(Account account, String passwordHash) {
        return database.sql("select app.register_account(?, ?, ?, ?)")
                .param(account.id())
                .param(account.email())
                .param(account.name())
                .param(passwordHash)
                .query(Boolean.class)
                .single();
    }

    void storeCode(UUID account, Secret code) {
        call(database.sql("select app.store_login_code(?, ?)").params(account, code.hash()));
    }

    Optional<Session> consumeCode(Secret code) {
        return session(database.sql("select account_id, epoch from app.consume_login_code(?)")
                .param(code.hash()));
    }

    void storeRefreshToken(UUID account, Secret token) {
        call(database.sql("select app.store_refresh_token(?, ?)").params(account, token.hash()));
    }

    /// Finds the session of a refresh token and prolongs it.
    Optional<Session> useRefreshToken(Secret token) {
        return session(database.sql("select account_id, epoch from app.use_refresh_token(?)")
                .param(token.hash()));
    }

    void revoke(Secret refreshToken) {
        call(database.sql("select app.revoke_refresh_token(?)").param(refreshToken.hash()));
    }

    private static Optional<Session> session(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Session(row.getObject("account_id", UUID.class), row.getInt("epoch")))
                .optional();
    }

    /// Tells whether the code invites this address and is still good.
    boolean isInvited(OrganizationSecret code, String email) {
        return id(database.sql("select app.find_invitation(?, ?, ?)").params(code.organizationId(), code.hash(), email))
                .isPresent();
    }

    /// Redeems an invitation and returns the id that the account has from now on; empty when the code is no longer
    /// valid.
    Optional<UUID> redeem(OrganizationSecret code, UUID account) {
        return id(database.sql("select app.redeem_invitation(?, ?, ?)")
                .params(code.organizationId(), code.hash(), account));
    }

    /// Tells whether an organization has invited this address and still waits for it.
    boolean isExpected(String email) {
        return database.sql("select app.is_expected(?)")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    /// Joins an account, whose address is proven, to the organization that invited it, and returns its id from
    /// then on.
    UUID joinExpecting(UUID account) {
        return database.sql("select app.join_expecting(?)")
                .param(account)
                .query(UUID.class)
                .single();
    }

    private static Optional<UUID> id(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    private static void call(JdbcClient.StatementSpec statement) {
        statement.query((row, number) -> true).list();
    }
}
