package ai.rhesis.backend.annotation.typelookup;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;

import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which type lookups are filtered and sorted.
public final class TypeLookupFields {

    static final Fields ALL = Fields.of(
                    "type_lookups",
                    10,
                    text("type_name").indexed(),
                    text("type_value").keyed("typeValueKey"),
                    longText("description"))
            .owned()
            .with(Link.toOne("user", User.class, UserFields.LINKED));

    /// Fields in the filters of other lists.
    public static final Fields LINKED =
            Fields.linked(text("type_name").indexed(), text("type_value").keyed("typeValueKey"));

    private TypeLookupFields() {}
}
