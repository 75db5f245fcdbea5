package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The holders of tokens, found by functions of the database before any tenant is known.
@Repository
@Transactional
class CallerQueries {

    private static final String FIND_BY_TOKEN = "select user_id, role, project_id from app.authenticate_token(?, ?)";
    private static final String FIND_BY_ACCOUNT = "select organization_id, role from app.authenticate_account(?, ?)";

    private final JdbcClient database;

    CallerQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<Caller> findByToken(OrganizationSecret token) {
        UUID organization = token.organizationId();
        return database.sql(FIND_BY_TOKEN)
                .params(organization, token.hash())
                .query((row, number) -> new Caller(
                        row.getObject("user_id", UUID.class),
                        organization,
                        role(row),
                        null,
                        row.getObject("project_id", UUID.class)))
                .optional();
    }

    /// Finds the caller of a session, who has no role where the membership or the organization is inactive.
    Optional<Caller> findByAccount(Session session) {
        return database.sql(FIND_BY_ACCOUNT)
                .params(session.account(), session.epoch())
                .query((row, number) -> new Caller(
                        session.account(), row.getObject("organization_id", UUID.class), role(row), session, null))
                .optional();
    }

    private static @Nullable Role role(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return role == null ? null : Role.of(role);
    }
}
