package ai.rhesis.backend.suite.requirement;

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
import ai.rhesis.backend.metric.metric.RequirementMetric;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which requirements are filtered and sorted.
public final class RequirementFields {

    static final Fields ALL = Fields.of(
                    "requirements",
                    20,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    uuid("status_id").indexed())
            .owned()
            .with(
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED))
            .with(RequirementMetric.linkToMetrics("metrics"))
            .with(TagService.linksOf(Requirement.class))
            .with(CommentFields.linkOf(Requirement.class), TaskFields.linkOf(Requirement.class));

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(text("name").keyed("nameKey"));

    private RequirementFields() {}
}
