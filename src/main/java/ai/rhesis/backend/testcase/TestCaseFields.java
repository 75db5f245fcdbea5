package ai.rhesis.backend.testcase;

import static ai.rhesis.backend.query.Field.longText;
import static ai.rhesis.backend.query.Field.number;
import static ai.rhesis.backend.query.Field.text;
import static ai.rhesis.backend.query.Field.uuid;

import ai.rhesis.backend.classification.Category;
import ai.rhesis.backend.classification.ClassificationService;
import ai.rhesis.backend.classification.Topic;
import ai.rhesis.backend.prompt.Prompt;
import ai.rhesis.backend.prompt.PromptService;
import ai.rhesis.backend.query.Fields;
import ai.rhesis.backend.query.Link;
import ai.rhesis.backend.requirement.Requirement;
import ai.rhesis.backend.requirement.RequirementService;
import ai.rhesis.backend.status.Status;
import ai.rhesis.backend.status.StatusService;
import ai.rhesis.backend.tag.TagService;
import ai.rhesis.backend.typelookup.TypeLookup;
import ai.rhesis.backend.typelookup.TypeLookupService;
import ai.rhesis.backend.user.User;
import ai.rhesis.backend.user.UserService;

/// What tests can be filtered and sorted by.
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
