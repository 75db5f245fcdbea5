package ai.rhesis.backend.identity.account;

import ai.rhesis.backend.platform.security.SessionUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of logins, which the application reaches through functions of the database only.
@Repository
public class AccountQueries {

    private static final String FIND_LOGIN = """
            select account_id, email, name, organization_id, password_hash
            from app.find_login(?)
            """;
    private static final String FIND =
            "select email, name, picture, organization_id, is_email_verified from app.find_account(?)";
    private static final String MAY_ENTER = "select app.may_enter(?)";
    private static final String FIND_ADDRESS = "select app.find_address(?)";
    private static final String CHANGE_PASSWORD = "select app.change_password(?, ?)";
    private static final String REGISTER = "select app.register_account(?, ?, ?, ?)";
    private static final String JOIN_EXPECTING = "select app.join_expecting(?)";

    private final JdbcClient database;

    AccountQueries(JdbcClient database) {
        this.database = database;
    }

    public Candidate findLogin(String email) {
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

    public SessionUser find(UUID account) {
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
    public boolean mayEnter(UUID account) {
        return database.sql(MAY_ENTER).param(account).query(Boolean.class).single();
    }

    public String findAddress(UUID account) {
        return database.sql(FIND_ADDRESS).param(account).query(String.class).single();
    }

    /// Ends all sessions that the old password began.
    public void changePassword(UUID account, String passwordHash) {
        database.sql(CHANGE_PASSWORD)
                .params(account, passwordHash)
                .query((row, number) -> true)
                .list();
    }

    /// Creates an account; false when the address has one.
    public boolean register(Account account, String passwordHash) {
        return database.sql(REGISTER)
                .param(account.id())
                .param(account.email())
                .param(account.name())
                .param(passwordHash)
                .query(Boolean.class)
                .single();
    }

    /// Joins an account, whose address is proven, to the organization that invited it, and returns its id from
    /// then on.
    public UUID joinExpecting(UUID account) {
        return database.sql(JOIN_EXPECTING).param(account).query(UUID.class).single();
    }
}
