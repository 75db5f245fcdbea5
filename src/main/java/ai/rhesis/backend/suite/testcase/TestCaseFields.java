package ai.rhesis.backend.suite.testcase;

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
import ai.rhesis.backend.suite.classification.Category;
import ai.rhesis.backend.suite.classification.ClassificationFields;
import ai.rhesis.backend.suite.classification.Topic;
import ai.rhesis.backend.suite.prompt.Prompt;
import ai.rhesis.backend.suite.prompt.PromptFields;
import ai.rhesis.backend.suite.requirement.Requirement;
import ai.rhesis.backend.suite.requirement.RequirementFields;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectFields;

/// The fields by which tests are filtered and sorted.
final class TestCaseFields {

    static final Fields ALL = Fields.of(
                    "tests",
                    100,
                    text("name"),
                    longText("description"),
                    uuid("prompt_id").indexed(),
                    uuid("test_type_id").indexed(),
                    uuid("category_id").indexed(),
                    uuid("topic_id").indexed(),
                    uuid("requirement_id").indexed(),
                    uuid("project_id").indexed(),
                    uuid("parent_id").indexed(),
                    uuid("status_id").indexed(),
                    uuid("owner_id").indexed(),
                    uuid("assignee_id").indexed(),
                    number("priority"))
            .owned()
            .with(
                    Link.toOne("prompt", Prompt.class, PromptFields.LINKED),
                    Link.toOne("test_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("category", Category.class, ClassificationFields.LINKED),
                    Link.toOne("topic", Topic.class, ClassificationFields.LINKED),
                    Link.toOne("requirement", Requirement.class, RequirementFields.LINKED),
                    Link.toOne("project", Project.class, ProjectFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED),
                    Link.toOne("owner", User.class, UserFields.LINKED),
                    Link.toOne("assignee", User.class, UserFields.LINKED))
            .with(TagService.linksOf(TestCase.class))
            .with(CommentFields.linkOf(TestCase.class), TaskFields.linkOf(TestCase.class));

    private TestCaseFields() {}
}
