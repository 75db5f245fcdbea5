package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.integration.endpoint.Endpoint;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import ai.rhesis.backend.run.testconfiguration.TestConfigurationService;
import ai.rhesis.backend.suite.testset.TestSet;
import ai.rhesis.backend.suite.version.VersionService;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The organization's statuses on runs. The state decides, the status only shows it: an organization may rename its
/// statuses or add some, and nothing runs otherwise.
@Component
class TestRunLabels {

    private static final String ENTITY_TYPE = "TestRun";

    private final StatusService statuses;
    private final TestConfigurationService configurations;
    private final VersionService versions;
    private final Directory directory;

    TestRunLabels(
            StatusService statuses,
            TestConfigurationService configurations,
            VersionService versions,
            Directory directory) {
        this.statuses = statuses;
        this.configurations = configurations;
        this.versions = versions;
        this.directory = directory;
    }

    /// Shows the status that a client chose, else that of the state. A status called like another state moves the
    /// run there when a client keeps it.
    ///
    /// @throws ProblemException 422 for an unknown status, 409 when the state can't
    ///     follow
    void put(TestRun run, @Nullable UUID chosen) {
        if (chosen == null) {
            run.label(statuses.idOf(ENTITY_TYPE, run.getState().toString()));
            return;
        }
        Status status = statuses.require(ENTITY_TYPE, new NamedReference(chosen, null), "status");
        TestRunState state = TestRunState.named(status.getName());
        if (state != null && state != run.getState()) {
            follow(run, state);
        }
        run.label(chosen);
    }

    private static void follow(TestRun run, TestRunState state) {
        if (run.isExecuted()) {
            throw Problem.conflict("This run is " + run.getState() + "; it is executed here and becomes " + state
                            + " by itself, or by POST cancel and resume.")
                    .with("state", run.getState())
                    .exception();
        }
        run.moveTo(state, null);
    }

    /// @throws ProblemException 422 when there is no such configuration
    RunLinks links(UUID configurationId) {
        if (!directory.isLiving(TestConfiguration.class, configurationId)) {
            throw Problem.invalid("test_configuration_id", "does not exist").exception();
        }
        return links(configurations.get(configurationId).configuration(), null);
    }

    /// Collects the links of a run, without those to objects that were deleted since the configuration was made.
    RunLinks links(TestConfiguration configuration, @Nullable PinnedVersion version) {
        UUID set = living(TestSet.class, configuration.getTestSetId());
        return new RunLinks(
                configuration.getId(),
                set,
                living(Endpoint.class, configuration.getEndpointId()),
                living(Model.class, configuration.getModelId()),
                configuration.getProjectId(),
                version == null && set != null ? PinnedVersion.of(versions.pin(set)) : version);
    }

    private @Nullable UUID living(Class<?> type, @Nullable UUID id) {
        return id == null || !directory.isLiving(type, id) ? null : id;
    }
}
