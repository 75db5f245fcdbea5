package ai.rhesis.backend.run.testconfiguration;

import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.integration.endpoint.Endpoint;
import ai.rhesis.backend.integration.endpoint.EndpointFields;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.suite.classification.Category;
import ai.rhesis.backend.suite.classification.ClassificationFields;
import ai.rhesis.backend.suite.classification.Topic;
import ai.rhesis.backend.suite.prompt.Prompt;
import ai.rhesis.backend.suite.prompt.PromptFields;
import ai.rhesis.backend.suite.testset.TestSet;
import ai.rhesis.backend.suite.testset.TestSetFields;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectFields;

/// The fields by which test configurations are filtered and sorted.
public final class TestConfigurationFields {

    static final Fields ALL = Fields.of(
                    "test_configurations",
                    100,
                    uuid("endpoint_id").indexed(),
                    uuid("model_id").indexed(),
                    uuid("test_set_id").indexed(),
                    uuid("category_id").indexed(),
                    uuid("topic_id").indexed(),
                    uuid("prompt_id").indexed(),
                    uuid("status_id").indexed(),
                    uuid("project_id").indexed())
            .owned()
            .with(
                    Link.toOne("endpoint", Endpoint.class, EndpointFields.LINKED),
                    Link.toOne("model", Model.class, ModelFields.LINKED),
                    Link.toOne("test_set", TestSet.class, TestSetFields.LINKED),
                    Link.toOne("category", Category.class, ClassificationFields.LINKED),
                    Link.toOne("topic", Topic.class, ClassificationFields.LINKED),
                    Link.toOne("prompt", Prompt.class, PromptFields.LINKED),
                    Link.toOne("project", Project.class, ProjectFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED));

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(uuid("endpoint_id"), uuid("test_set_id"))
            .with(
                    Link.toOne("endpoint", Endpoint.class, EndpointFields.LINKED.unindexed()),
                    Link.toOne("test_set", TestSet.class, TestSetFields.LINKED.unindexed()));

    private TestConfigurationFields() {}
}
