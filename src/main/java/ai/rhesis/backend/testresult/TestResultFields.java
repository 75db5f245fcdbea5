package ai.rhesis.backend.testresult;

import static ai.rhesis.backend.query.Field.longText;
import static ai.rhesis.backend.query.Field.number;
import static ai.rhesis.backend.query.Field.text;
import static ai.rhesis.backend.query.Field.uuid;

import ai.rhesis.backend.prompt.Prompt;
import ai.rhesis.backend.prompt.PromptService;
import ai.rhesis.backend.query.Fields;
import ai.rhesis.backend.query.Link;
import ai.rhesis.backend.status.Status;
import ai.rhesis.backend.status.StatusService;
import ai.rhesis.backend.tag.TagService;
import ai.rhesis.backend.testconfiguration.TestConfiguration;
import ai.rhesis.backend.testconfiguration.TestConfigurationService;
import ai.rhesis.backend.testrun.TestRun;
import ai.rhesis.backend.testrun.TestRunService;
import ai.rhesis.backend.user.User;
import ai.rhesis.backend.user.UserService;

/// What results can be filtered and sorted by.
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
