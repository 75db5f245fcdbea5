package ai.rhesis.backend.identity.registration;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The invitations of organizations, which the application reaches through functions of the database only.
@Repository
class InvitationQueries {

    private static final String IS_VALID = "select app.find_invitation(?, ?, ?)";
    private static final String REDEEM = "select app.redeem_invitation(?, ?, ?)";
    private static final String IS_EXPECTED = "select app.is_expected(?)";

    private final JdbcClient database;

    InvitationQueries(JdbcClient database) {
        this.database = database;
    }

    /// Tells whether the code invites this address and is still good.
    boolean isValid(OrganizationSecret code, String email) {
        return id(database.sql(IS_VALID).params(code.organizationId(), code.hash(), email))
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

    private static Optional<UUID> id(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }
}
