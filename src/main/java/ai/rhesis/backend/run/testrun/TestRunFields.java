package ai.rhesis.backend.run.testrun;

import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.timestamp;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.endpoint.Endpoint;
import ai.rhesis.backend.integration.endpoint.EndpointService;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelService;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.suite.testset.TestSet;
import ai.rhesis.backend.suite.testset.TestSetService;

/// The fields by which runs are filtered and sorted.
final class TestRunFields {

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
                                            Link.toOne("test_set", TestSet.class, TestSetService.LINKED),
                                            Link.toOne("endpoint", Endpoint.class, EndpointService.LINKED),
                                            Link.toOne("model", Model.class, ModelService.LINKED))),
                    Link.toOne("status", Status.class, StatusService.LINKED),
                    Link.toOne("user", User.class, UserService.LINKED),
                    Link.toOne("owner", User.class, UserService.LINKED),
                    Link.toOne("assignee", User.class, UserService.LINKED))
            .with(TagService.linksOf(TestRun.class));

    private TestRunFields() {}
}
