package ai.rhesis.backend.run.testresult;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.number;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import ai.rhesis.backend.run.testconfiguration.TestConfigurationService;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.suite.prompt.Prompt;
import ai.rhesis.backend.suite.prompt.PromptService;

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
                    Link.toOne("test_configuration", TestConfiguration.class, TestConfigurationService.LINKED),
                    Link.toOne("test_run", TestRun.class, TestRunService.LINKED),
                    Link.toOne("prompt", Prompt.class, PromptService.LINKED),
                    Link.toOne("status", Status.class, StatusService.LINKED),
                    Link.toOne("user", User.class, UserService.LINKED))
            .with(TagService.linksOf(TestResult.class));

    private TestResultFields() {}
}
