package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;
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

    private static final String FIND_LOGIN = """
            select account_id, email, name, organization_id, password_hash
            from app.find_login(?)
            """;
    private static final String BEGIN_LOGIN = "select failures, wait_ms from app.begin_login(?, ?)";
    private static final String RECORD_LOGIN = "select app.record_login(?, ?, ?)";
    private static final String FIND =
            "select email, name, picture, organization_id, is_email_verified from app.find_account(?)";
    private static final String MAY_ENTER = "select app.may_enter(?)";
    private static final String FIND_ADDRESS = "select app.find_address(?)";
    private static final String CHANGE_PASSWORD = "select app.change_password(?, ?)";
    private static final String REGISTER = "select app.register_account(?, ?, ?, ?)";
    private static final String IS_INVITED = "select app.find_invitation(?, ?, ?)";
    private static final String REDEEM = "select app.redeem_invitation(?, ?, ?)";
    private static final String IS_EXPECTED = "select app.is_expected(?)";
    private static final String JOIN_EXPECTING = "select app.join_expecting(?)";

    private final JdbcClient database;

    AccountQueries(JdbcClient database) {
        this.database = database;
    }

    Candidate findLogin(String email) {
        return database.sql(FIND_LOGIN)
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
        return database.sql(BEGIN_LOGIN)
                .params(email, source)
                .query((row, number) -> new LoginTurn(row.getInt("failures"), Duration.ofMillis(row.getInt("wait_ms"))))
                .single();
    }

    void recordLogin(String email, String source, UUID account) {
        call(database.sql(RECORD_LOGIN).params(email, source, account));
    }

    SessionUser find(UUID account) {
        return database.sql(FIND)
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
        return database.sql(MAY_ENTER).param(account).query(Boolean.class).single();
    }

    String findAddress(UUID account) {
        return database.sql(FIND_ADDRESS).param(account).query(String.class).single();
    }

    /// Ends all sessions that the old password began.
    void changePassword(UUID account, String passwordHash) {
        call(database.sql(CHANGE_PASSWORD).params(account, passwordHash));
    }

    /// Creates an account; false when the address has one.
    boolean register(Account account, String passwordHash) {
        return database.sql(REGISTER)
                .param(account.id())
                .param(account.email())
                .param(account.name())
                .param(passwordHash)
                .query(Boolean.class)
                .single();
    }

    /// Tells whether the code invites this address and is still good.
    boolean isInvited(OrganizationSecret code, String email) {
        return id(database.sql(IS_INVITED).params(code.organizationId(), code.hash(), email))
                .isPresent();
    }

    /// Redeems an invitation and returns the id that the account has from now on; empty when the code is no longer
    /// valid.
    Optional<UUID> redeem(OrganizationSecret code, UUID account) {
        return id(database.sql(REDEEM).params(code.organizationId(), code.hash(), account));
    }

    /// Tells whether an organization has invited this address and still waits for it.
    boolean isExpected(String email) {
        return database.sql(IS_EXPECTED).param(email).query(Boolean.class).single();
    }

    /// Joins an account, whose address is proven, to the organization that invited it, and returns its id from
    /// then on.
    UUID joinExpecting(UUID account) {
        return database.sql(JOIN_EXPECTING).param(account).query(UUID.class).single();
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
