package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import ai.rhesis.backend.platform.secrets.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The closed login rows, reached only through the database's functions for them.
@Repository
class AccountRepository {

    private final JdbcClient database;

    AccountRepository(JdbcClient database) {
        this.database = database;
    }

    Candidate findLogin(String email) {
        return database.sql("""
                        select account_id, email, name, organization_id, password_hash, retry_after
                        from app.find_login(?)
                        """)
                .param(email)
                .query((row, number) ->
                        new Candidate(account(row), row.getString("password_hash"), row.getInt("retry_after")))
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

    /// Counts a failed login when there is no account, and starts anew when there is.
    void recordLogin(String email, @Nullable UUID account) {
        call(database.sql("select app.record_login(?, cast(? as uuid))")
                .param(email)
                .param(account));
    }

    /// False when the address has an account.
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

    Optional<UUID> consumeCode(Secret code) {
        return id(database.sql("select app.consume_login_code(?)").param(code.hash()));
    }

    void storeRefreshToken(UUID account, UUID family, Secret token) {
        call(database.sql("select app.store_refresh_token(?, ?, ?)").params(account, family, token.hash()));
    }

    /// Whose token it was; empty, and the whole family revoked, when it was used before.
    Optional<UUID> rotateRefreshToken(Secret token, Secret successor) {
        return id(database.sql("select app.rotate_refresh_token(?, ?)").params(token.hash(), successor.hash()));
    }

    void revokeFamily(Secret refreshToken) {
        call(database.sql("select app.revoke_refresh_family(?)").param(refreshToken.hash()));
    }

    /// Whether the code invites this address and is still good.
    boolean isInvited(OrganizationSecret code, String email) {
        return id(database.sql("select app.find_invitation(?, ?, ?)").params(code.organizationId(), code.hash(), email))
                .isPresent();
    }

    /// The id that the account has from now on; empty when the code is good no more.
    Optional<UUID> redeem(OrganizationSecret code, UUID account) {
        return id(database.sql("select app.redeem_invitation(?, ?, ?)")
                .params(code.organizationId(), code.hash(), account));
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
