package ai.rhesis.backend.suite.testcase;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.number;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.suite.classification.Category;
import ai.rhesis.backend.suite.classification.ClassificationService;
import ai.rhesis.backend.suite.classification.Topic;
import ai.rhesis.backend.suite.prompt.Prompt;
import ai.rhesis.backend.suite.prompt.PromptService;
import ai.rhesis.backend.suite.requirement.Requirement;
import ai.rhesis.backend.suite.requirement.RequirementService;

/// Fields by which tests are filtered and sorted.
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
                    Link.toOne("prompt", Prompt.class, PromptService.LINKED),
                    Link.toOne("test_type", TypeLookup.class, TypeLookupService.LINKED),
                    Link.toOne("category", Category.class, ClassificationService.LINKED),
                    Link.toOne("topic", Topic.class, ClassificationService.LINKED),
                    Link.toOne("requirement", Requirement.class, RequirementService.LINKED),
                    Link.toOne("status", Status.class, StatusService.LINKED),
                    Link.toOne("user", User.class, UserService.LINKED),
                    Link.toOne("owner", User.class, UserService.LINKED),
                    Link.toOne("assignee", User.class, UserService.LINKED))
            .with(TagService.linksOf(TestCase.class));

    private TestCaseFields() {}
}
