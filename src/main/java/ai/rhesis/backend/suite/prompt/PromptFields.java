package ai.rhesis.backend.suite.prompt;

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
import ai.rhesis.backend.suite.classification.ClassificationFields;
import ai.rhesis.backend.suite.classification.Topic;
import ai.rhesis.backend.suite.requirement.Requirement;
import ai.rhesis.backend.suite.requirement.RequirementFields;

/// The fields by which prompts are filtered and sorted.
public final class PromptFields {

    static final Fields ALL = Fields.of(
                    "prompts",
                    10,
                    longText("content"),
                    text("name"),
                    longText("description"),
                    longText("language_code"),
                    longText("expected_response"),
                    uuid("category_id").through(PromptCategory.first()),
                    uuid("topic_id").indexed(),
                    uuid("requirement_id").indexed(),
                    uuid("parent_id").indexed(),
                    uuid("status_id").indexed())
            .owned()
            .with(
                    PromptCategory.linkToFirst("category"),
                    PromptCategory.linkToAll("categories"),
                    Link.toOne("topic", Topic.class, ClassificationFields.LINKED),
                    Link.toOne("requirement", Requirement.class, RequirementFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED))
            .with(TagService.linksOf(Prompt.class))
            .with(CommentFields.linkOf(Prompt.class), TaskFields.linkOf(Prompt.class));

    /// Fields in the filters of other lists.
    public static final Fields LINKED =
            Fields.linked(longText("content"), text("name"), longText("language_code"), longText("expected_response"));

    private PromptFields() {}
}
