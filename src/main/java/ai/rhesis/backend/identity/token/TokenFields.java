package ai.rhesis.backend.identity.token;

import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.timestamp;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which tokens are filtered and sorted.
final class TokenFields {

    static final Fields ALL = Fields.of(
                    "tokens",
                    100,
                    text("name"),
                    timestamp("expires_at"),
                    timestamp("last_used_at"),
                    timestamp("last_refreshed_at"),
                    uuid("project_id").indexed())
            .owned()
            .with(Link.toOne("user", User.class, UserFields.LINKED));

    private TokenFields() {}
}
