package ai.rhesis.backend.run.testconfiguration;

import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.endpoint.Endpoint;
import ai.rhesis.backend.integration.endpoint.EndpointService;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.suite.classification.Category;
import ai.rhesis.backend.suite.classification.ClassificationService;
import ai.rhesis.backend.suite.classification.Topic;
import ai.rhesis.backend.suite.prompt.Prompt;
import ai.rhesis.backend.suite.prompt.PromptService;
import ai.rhesis.backend.suite.testset.TestSet;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The configurations of an organization: which set runs against which target.
@Service
@Transactional
public class TestConfigurationService {

    private static final Fields FIELDS = Fields.of(
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
                    Link.toOne("endpoint", Endpoint.class, EndpointService.LINKED),
                    Link.toOne("model", Model.class, ModelService.LINKED),
                    Link.toOne("test_set", TestSet.class, TestSetService.LINKED),
                    Link.toOne("category", Category.class, ClassificationService.LINKED),
                    Link.toOne("topic", Topic.class, ClassificationService.LINKED),
                    Link.toOne("prompt", Prompt.class, PromptService.LINKED),
                    Link.toOne("status", Status.class, StatusService.LINKED),
                    Link.toOne("user", User.class, UserService.LINKED));

    /// The fields of a configuration that filters of other lists may name.
    public static final Fields LINKED = Fields.linked(uuid("endpoint_id"), uuid("test_set_id"))
            .with(
                    Link.toOne("endpoint", Endpoint.class, EndpointService.LINKED.unindexed()),
                    Link.toOne("test_set", TestSet.class, TestSetService.LINKED.unindexed()));

    private final TestConfigurationRepository configurations;

    TestConfigurationService(TestConfigurationRepository configurations) {
        this.configurations = configurations;
    }

    @Transactional(readOnly = true)
    public Listing<TestConfigurationView> list(ListRequest request) {
        return configurations.listIds(request, FIELDS, Restriction.none()).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public TestConfigurationView get(UUID id) {
        return view(configurations.get(id));
    }

    /// @throws ProblemException 422 unless there is one target
    public TestConfigurationView create(TestConfigurationRequest request) {
        request.requireOneTarget();
        return view(configurations.save(new TestConfiguration(request)));
    }

    TestConfigurationView update(UUID id, Patch<TestConfigurationRequest> change) {
        TestConfiguration configuration = configurations.getForUpdate(id);
        TestConfigurationRequest request =
                change.applyTo(TestConfigurationRequest.of(configuration), configuration.getVersion());
        request.requireOneTarget();
        configuration.change(request);
        return view(configurations.save(configuration));
    }

    /// Keeps values among the attributes of a configuration.
    public void keep(UUID id, Map<String, @Nullable Object> values) {
        TestConfiguration configuration = configurations.getForUpdate(id);
        configuration.keep(values);
        configurations.save(configuration);
    }

    /// @throws ProblemException 409 while a run of it is executed, whose results refer to it
    TestConfigurationView delete(UUID id, IfMatch ifMatch) {
        TestConfiguration configuration = configurations.getForUpdate(id);
        ifMatch.check(configuration.getVersion());
        if (configurations.isExecuted(id)) {
            throw Problem.conflict("A run of this configuration is being executed; cancel it or wait.")
                    .exception();
        }
        TestConfigurationView last = view(configuration);
        configuration.delete();
        configurations.save(configuration);
        return last;
    }

    private TestConfigurationView view(TestConfiguration configuration) {
        return views(List.of(configuration.getId())).getFirst();
    }

    private List<TestConfigurationView> views(List<UUID> ids) {
        return InOrder.of(
                ids, configurations.findViews(ids), view -> view.configuration().getId());
    }
}
