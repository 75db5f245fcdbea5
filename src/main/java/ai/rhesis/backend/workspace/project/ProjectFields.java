package ai.rhesis.backend.workspace.project;

import static ai.rhesis.backend.platform.query.Field.bool;
import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.comment.CommentFields;
import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusFields;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.task.TaskFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which projects are filtered and sorted.
public final class ProjectFields {

    static final Fields ALL = Fields.of(
                    "projects",
                    100,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    bool("is_active"),
                    longText("icon"),
                    uuid("status_id").indexed(),
                    uuid("owner_id").indexed())
            .owned()
            .with(
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED),
                    Link.toOne("owner", User.class, UserFields.LINKED))
            .with(TagService.linksOf(Project.class))
            .with(CommentFields.linkOf(Project.class), TaskFields.linkOf(Project.class));

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(text("name").keyed("nameKey"));

    private ProjectFields() {}
}
