package ai.rhesis.backend.annotation.task;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.timestamp;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusFields;
import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.subject.Subjects;
import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which tasks are filtered and sorted.
public final class TaskFields {

    static final Fields ALL = Fields.of(
                    "tasks",
                    100,
                    text("title"),
                    longText("description"),
                    uuid("status_id").indexed(),
                    uuid("priority_id").indexed(),
                    uuid("assignee_id").indexed(),
                    timestamp("completed_at"),
                    text("entity_type"),
                    uuid("entity_id"))
            .owned()
            .with(
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("priority", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED),
                    Link.toOne("assignee", User.class, UserFields.LINKED));

    private TaskFields() {}

    /// Declares the link from objects of a type to the tasks about them.
    public static Link linkOf(Class<? extends Subject> type) {
        return Subjects.linkTo("tasks", Task.class, type);
    }
}
