package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
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

    private final TestConfigurationRepository configurations;

    TestConfigurationService(TestConfigurationRepository configurations) {
        this.configurations = configurations;
    }

    @Transactional(readOnly = true)
    public Listing<TestConfigurationView> list(ListRequest request) {
        return configurations
                .listIds(request, TestConfigurationFields.ALL, Restriction.none())
                .mapAll(this::views);
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
