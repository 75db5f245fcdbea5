package ai.rhesis.backend.portal.architect;

import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.platform.query.Fields;

/// The fields by which sessions are filtered and sorted.
final class ArchitectSessionFields {

    static final Fields ALL = Fields.of(
                    "architect/sessions",
                    20,
                    text("title"),
                    text("mode"),
                    uuid("project_id").indexed())
            .owned();

    private ArchitectSessionFields() {}
}
