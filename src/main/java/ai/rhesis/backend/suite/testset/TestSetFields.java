package ai.rhesis.backend.suite.testset;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.number;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.comment.CommentFields;
import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusFields;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.task.TaskFields;
import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectFields;

/// The fields by which test sets are filtered and sorted.
public final class TestSetFields {

    /// Fields in the filters of other lists.
    public static final Fields LINKED =
            Fields.linked(text("name").keyed("nameKey"), text("slug").indexed());

    static final Fields ALL = Fields.of(
                    "test_sets",
                    100,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    longText("short_description"),
                    text("slug").indexed(),
                    uuid("test_set_type_id").indexed(),
                    uuid("project_id").indexed(),
                    uuid("status_id").indexed(),
                    uuid("owner_id").indexed(),
                    uuid("assignee_id").indexed(),
                    number("priority"))
            .owned()
            .with(
                    Link.toOne("test_set_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("project", Project.class, ProjectFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED),
                    Link.toOne("owner", User.class, UserFields.LINKED),
                    Link.toOne("assignee", User.class, UserFields.LINKED))
            .with(TagService.linksOf(TestSet.class))
            .with(CommentFields.linkOf(TestSet.class), TaskFields.linkOf(TestSet.class));

    private TestSetFields() {}
}
