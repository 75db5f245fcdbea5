package ai.rhesis.backend.annotation.comment;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.subject.Subjects;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
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
        return Subjects.linkTo("comments", Comment.class, type);
    }
}
