package ai.rhesis.backend.suite.classification;

import static ai.rhesis.backend.platform.query.Field.longText;
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

/// The fields by which categories and topics are filtered and sorted.
public final class ClassificationFields {

    static final Fields CATEGORIES = of("categories")
            .with(TagService.linksOf(Category.class))
            .with(CommentFields.linkOf(Category.class), TaskFields.linkOf(Category.class));
    static final Fields TOPICS = of("topics");

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(text("name").keyed("nameKey"));

    private ClassificationFields() {}

    private static Fields of(String resource) {
        return Fields.of(
                        resource,
                        10,
                        text("name").keyed("nameKey"),
                        longText("description"),
                        uuid("parent_id").indexed(),
                        uuid("entity_type_id").indexed(),
                        uuid("status_id").indexed())
                .owned()
                .with(
                        Link.toOne("entity_type", TypeLookup.class, TypeLookupFields.LINKED),
                        Link.toOne("status", Status.class, StatusFields.LINKED),
                        Link.toOne("user", User.class, UserFields.LINKED));
    }
}
