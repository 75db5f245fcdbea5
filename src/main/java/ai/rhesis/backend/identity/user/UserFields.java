package ai.rhesis.backend.identity.user;

import static ai.rhesis.backend.platform.query.Field.bool;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.timestamp;

import ai.rhesis.backend.platform.query.Fields;

/// The fields by which users are filtered and sorted.
public final class UserFields {

    static final Fields ALL = Fields.of(
            "users",
            10,
            text("email").keyed("emailKey"),
            text("name"),
            text("given_name"),
            text("family_name"),
            text("role").in("roleText"),
            bool("is_active"),
            bool("is_email_verified"),
            timestamp("joined_at"),
            timestamp("last_login_at"));

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(
            text("name"), text("given_name"), text("family_name"), text("email").keyed("emailKey"));

    private UserFields() {}
}
