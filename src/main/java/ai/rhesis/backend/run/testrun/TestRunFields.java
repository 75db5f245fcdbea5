package ai.rhesis.backend.run.testrun;

import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.timestamp;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.comment.CommentFields;
import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusFields;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.task.TaskFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.integration.endpoint.Endpoint;
import ai.rhesis.backend.integration.endpoint.EndpointFields;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.suite.testset.TestSet;
import ai.rhesis.backend.suite.testset.TestSetFields;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectFields;

/// The fields by which runs are filtered and sorted.
public final class TestRunFields {

    /// Fields in the filters of other lists.
    public static final Fields LINKED =
            Fields.linked(text("name").keyed("nameKey"), text("state").in("stateText"));

    static final Fields ALL = Fields.of(
                    "test_runs",
                    100,
                    text("name").keyed("nameKey"),
                    text("state").in("stateText"),
                    uuid("test_configuration_id").indexed(),
                    uuid("test_set_id").indexed(),
                    uuid("endpoint_id").indexed(),
                    uuid("model_id").indexed(),
                    uuid("project_id").indexed(),
                    uuid("status_id").indexed(),
                    uuid("owner_id").indexed(),
                    uuid("assignee_id").indexed(),
                    uuid("reference_test_run_id").indexed(),
                    uuid("experiment_id").indexed(),
                    timestamp("started_at"),
                    timestamp("completed_at"))
            .owned()
            .with(
                    // what the run took from its configuration, whatever that says now
                    Link.toItself(
                            "test_configuration",
                            Fields.only(
                                            uuid("id").in("testConfigurationId").indexed(),
                                            uuid("endpoint_id").indexed(),
                                            uuid("test_set_id").indexed())
                                    .with(
                                            Link.toOne("test_set", TestSet.class, TestSetFields.LINKED),
                                            Link.toOne("endpoint", Endpoint.class, EndpointFields.LINKED),
                                            Link.toOne("model", Model.class, ModelFields.LINKED))),
                    Link.toOne("project", Project.class, ProjectFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED),
                    Link.toOne("owner", User.class, UserFields.LINKED),
                    Link.toOne("assignee", User.class, UserFields.LINKED))
            .with(TagService.linksOf(TestRun.class))
            .with(CommentFields.linkOf(TestRun.class), TaskFields.linkOf(TestRun.class));

    private TestRunFields() {}
}
