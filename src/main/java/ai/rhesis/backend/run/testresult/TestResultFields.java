package ai.rhesis.backend.run.testresult;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.number;
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
import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import ai.rhesis.backend.run.testconfiguration.TestConfigurationFields;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunFields;
import ai.rhesis.backend.suite.prompt.Prompt;
import ai.rhesis.backend.suite.prompt.PromptFields;

/// The fields by which results are filtered and sorted.
final class TestResultFields {

    static final Fields ALL = Fields.of(
                    "test_results",
                    100,
                    uuid("test_configuration_id").indexed(),
                    uuid("test_run_id").indexed(),
                    uuid("test_id").indexed(),
                    uuid("prompt_id").indexed(),
                    uuid("status_id").indexed(),
                    text("verdict").in("verdictText"),
                    number("repetition"),
                    longText("error"),
                    longText("error_type"))
            .owned()
            .with(
                    Link.toOne("test_configuration", TestConfiguration.class, TestConfigurationFields.LINKED),
                    Link.toOne("test_run", TestRun.class, TestRunFields.LINKED),
                    Link.toOne("prompt", Prompt.class, PromptFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED))
            .with(TagService.linksOf(TestResult.class))
            .with(CommentFields.linkOf(TestResult.class), TaskFields.linkOf(TestResult.class));

    private TestResultFields() {}
}
