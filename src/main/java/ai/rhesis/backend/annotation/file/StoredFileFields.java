package ai.rhesis.backend.annotation.file;

import static ai.rhesis.backend.platform.query.Field.number;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which files are filtered and sorted.
final class StoredFileFields {

    static final Fields ALL = Fields.of(
                    "files",
                    100,
                    text("filename"),
                    text("content_type"),
                    number("size_bytes"),
                    text("content_hash").indexed(),
                    number("position"),
                    text("entity_type"),
                    uuid("entity_id"))
            .owned()
            .with(Link.toOne("user", User.class, UserFields.LINKED));

    private StoredFileFields() {}
}
