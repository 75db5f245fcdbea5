package ai.rhesis.backend.identity.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user as named on what they made, own or work on; every key is there, null where nothing is known.
@Embeddable
public record UserReference(
        @Column(name = "user_id", insertable = false, updatable = false)
        UUID id,

        @Column(insertable = false, updatable = false) String nanoId,

        @Column(insertable = false, updatable = false) @Nullable
        String name,

        @Column(insertable = false, updatable = false) @Nullable
        String givenName,

        @Column(insertable = false, updatable = false) @Nullable
        String familyName,

        @Column(insertable = false, updatable = false) String email,

        @Column(insertable = false, updatable = false) @Nullable
        String picture,

        @Column(insertable = false, updatable = false) UUID organizationId) {

    /// The columns of a membership `u` that make a reference.
    public static final String COLUMNS = """
            u.user_id, u.nano_id as user_nano_id, u.name as user_name, u.given_name, u.family_name, u.email, u.picture,
            u.organization_id as user_organization_id
            """;

    /// Reads the columns `user_id`, `user_nano_id`, `user_name`, `given_name`, `family_name`, `email`, `picture` and
    /// `user_organization_id`.
    public static UserReference of(ResultSet row) throws SQLException {
        return new UserReference(
                row.getObject("user_id", UUID.class),
                row.getString("user_nano_id"),
                row.getString("user_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("picture"),
                row.getObject("user_organization_id", UUID.class));
    }
}
