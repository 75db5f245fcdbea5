package ai.rhesis.backend.annotation.tag;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;

import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which tags are filtered and sorted.
final class TagFields {

    static final Fields ALL = Fields.of("tags", 100, text("name").keyed("nameKey"), longText("icon_unicode"))
            .owned()
            .with(Link.toOne("user", User.class, UserFields.LINKED));

    /// Fields in the filters of other lists.
    static final Fields LINKED = Fields.linked(text("name").keyed("nameKey"), longText("icon_unicode"));

    private TagFields() {}
}
