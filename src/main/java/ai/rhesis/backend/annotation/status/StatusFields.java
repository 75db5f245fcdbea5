package ai.rhesis.backend.annotation.status;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which statuses are filtered and sorted.
public final class StatusFields {

    static final Fields ALL = Fields.of(
                    "statuses",
                    10,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    uuid("entity_type_id").indexed())
            .owned()
            .with(
                    Link.toOne("entity_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED));

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(text("name").keyed("nameKey"));

    private StatusFields() {}
}
