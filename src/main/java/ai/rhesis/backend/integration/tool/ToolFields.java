package ai.rhesis.backend.integration.tool;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which tools are filtered and sorted.
final class ToolFields {

    static final Fields ALL = Fields.of(
                    "tools",
                    10,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    uuid("tool_provider_type_id").indexed())
            .owned()
            .with(
                    Link.toOne("tool_provider_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED));

    private ToolFields() {}
}
