package ai.rhesis.backend.integration.model;

import static ai.rhesis.backend.platform.query.Field.bool;
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

/// The fields by which models are filtered and sorted.
public final class ModelFields {

    static final Fields ALL = Fields.of(
                    "models",
                    10,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    uuid("provider_type_id").indexed(),
                    longText("model_name"),
                    longText("version").in("modelVersion"),
                    longText("icon"),
                    text("model_type"),
                    longText("endpoint"),
                    number("dimension"),
                    uuid("status_id").indexed(),
                    uuid("owner_id").indexed(),
                    uuid("assignee_id").indexed(),
                    bool("is_protected"))
            .owned()
            .with(
                    Link.toOne("provider_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED),
                    Link.toOne("owner", User.class, UserFields.LINKED),
                    Link.toOne("assignee", User.class, UserFields.LINKED))
            .with(TagService.linksOf(Model.class))
            .with(CommentFields.linkOf(Model.class), TaskFields.linkOf(Model.class));

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(text("name").keyed("nameKey"));

    private ModelFields() {}
}
