package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.status.StatusLabel;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.integration.endpoint.EndpointReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.security.PermittedActions;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import ai.rhesis.backend.suite.testset.TestSetReference;
import ai.rhesis.backend.workspace.project.ProjectReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as a client reads it.
public record TestRunResponse(
        Identity identity,
        String name,
        TestRunState state,
        @Nullable String stateReason,
        boolean decided,
        @Nullable UUID statusId,
        StatusLabel status,
        UUID testConfigurationId,
        Configuration testConfiguration,
        @Nullable UUID testSetId,
        @Nullable SetVersion testSetVersion,
        @Nullable UUID endpointId,
        @Nullable UUID modelId,
        @Nullable UUID projectId,
        @Nullable UUID referenceTestRunId,
        @Nullable UUID experimentId,
        @Nullable ExperimentSummary experimentSummary,
        Map<String, @Nullable Object> attributes,
        @Nullable UserReference user,
        @Nullable UUID ownerId,
        @Nullable UserReference owner,
        @Nullable UUID assigneeId,
        @Nullable UserReference assignee,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deadline,
        TestRunStats stats,
        List<TagReference> tags,
        TestRunCounts counts,
        List<String> permittedActions)
        implements Identified {

    public static TestRunResponse of(TestRunView view) {
        TestRun run = view.run();
        return new TestRunResponse(
                Identity.of(run),
                run.getName(),
                run.getState(),
                run.getStateReason(),
                view.counts().isDecided(),
                run.getStatusId(),
                view.shownStatus(),
                run.getTestConfigurationId(),
                Configuration.of(view),
                run.getTestSetId(),
                SetVersion.of(run.version()),
                run.getEndpointId(),
                run.getModelId(),
                run.getProjectId(),
                run.getReferenceTestRunId(),
                run.getExperimentId(),
                ExperimentSummary.of(run.getParameters()),
                RunAttributes.of(view),
                view.user(),
                run.getOwnerId(),
                view.owner(),
                run.getAssigneeId(),
                view.assignee(),
                run.getStartedAt(),
                run.getCompletedAt(),
                run.getDeadline(),
                view.stats(),
                view.attached().tags(),
                TestRunCounts.of(view.attached().counts(), view.reviews()),
                PermittedActions.ofMembers("test_run:update", "test_run:delete", "test_run:execute"));
    }

    /// The version of the test set that is run; null for runs from before there were versions.
    public record SetVersion(int number, String hash) {

        static @Nullable SetVersion of(@Nullable PinnedVersion version) {
            return version == null
                    ? null
                    : new SetVersion(version.testSetVersionNumber(), version.testSetVersionHash());
        }
    }

    /// The test set and the target, as they were at the start.
    public record Configuration(
            UUID id,
            @Nullable UUID userId,
            Map<String, @Nullable Object> attributes,
            @Nullable UUID testSetId,
            @Nullable PinnedTestSet testSet,
            @Nullable UUID endpointId,
            @Nullable PinnedEndpoint endpoint,
            @Nullable UUID modelId,
            @Nullable Pinned model) {

        static Configuration of(TestRunView view) {
            TestRun run = view.run();
            boolean isModel = run.getModelId() != null;
            return new Configuration(
                    run.getTestConfigurationId(),
                    view.configuration() == null ? null : view.configuration().userId(),
                    RunAttributes.ofConfiguration(view),
                    run.getTestSetId(),
                    PinnedTestSet.of(view),
                    run.getEndpointId(),
                    isModel ? null : PinnedEndpoint.of(view),
                    run.getModelId(),
                    Pinned.of(run.getModelId(), isModel ? run.getTargetName() : null, view.model()));
        }
    }

    /// A test set by the name that it had at the start, with the number of tests in the version that is run.
    public record PinnedTestSet(
            @Nullable UUID id,
            @Nullable String nanoId,
            String name,
            Map<String, @Nullable Object> attributes,
            @Nullable TypeReference testSetType) {

        static @Nullable PinnedTestSet of(TestRunView view) {
            TestSetReference living = view.testSet();
            String name = nameOf(view.run().getTestSetName(), living == null ? null : living.name());
            return name == null
                    ? null
                    : new PinnedTestSet(
                            view.run().getTestSetId(),
                            living == null ? null : living.nanoId(),
                            name,
                            RunAttributes.ofTestSet(view),
                            living == null ? null : living.testSetType());
        }
    }

    /// An endpoint by the name that it had at the start; of one that was deleted since, only that.
    public record PinnedEndpoint(
            @Nullable UUID id,
            @Nullable String nanoId,
            String name,
            @Nullable String connectionType,
            @Nullable String environment,
            @Nullable ProjectReference project) {

        static @Nullable PinnedEndpoint of(TestRunView view) {
            EndpointReference living = view.endpoint();
            UUID id = view.run().getEndpointId();
            String name = nameOf(view.run().getTargetName(), living == null ? null : living.name());
            if (name == null) {
                return null;
            }
            return living == null
                    ? new PinnedEndpoint(id, null, name, null, null, null)
                    : new PinnedEndpoint(
                            id, living.nanoId(), name, living.connectionType(), living.environment(), living.project());
        }
    }

    private static @Nullable String nameOf(@Nullable String pinned, @Nullable String living) {
        return pinned == null ? living : pinned;
    }

    /// An object by the name that it had at the start; without ids when it was removed for good since.
    public record Pinned(@Nullable UUID id, @Nullable String nanoId, String name) {

        static @Nullable Pinned of(@Nullable UUID id, @Nullable String name, @Nullable Reference living) {
            String known = nameOf(name, living == null ? null : living.name());
            return known == null ? null : new Pinned(id, living == null ? null : living.nanoId(), known);
        }
    }
}
