package ai.rhesis.backend.annotation.comment;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which comments are filtered and sorted.
public final class CommentFields {

    static final Fields ALL = Fields.of("comments", 100, longText("content"), text("entity_type"), uuid("entity_id"))
            .owned()
            .with(Link.toOne("user", User.class, UserFields.LINKED));

    private CommentFields() {}

    /// Declares the link from objects of a type to the comments about them.
    public static Link linkOf(Class<? extends Subject> type) {
        String name = Resources.name(type);
        return Link.toMany(
                "comments",
                Comment.class,
                Fields.linked(),
                (subject, comment, query, builder) -> builder.and(
                        builder.equal(comment.get("entityType"), name),
                        builder.equal(comment.get("entityId"), subject.get("id"))));
    }
}
