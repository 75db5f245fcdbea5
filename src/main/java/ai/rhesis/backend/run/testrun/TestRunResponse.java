package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.status.StatusLabel;
import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.security.PermittedActions;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
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
        @Nullable Map<String, @Nullable Object> attributes,
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
        Counts counts,
        List<String> permittedActions)
        implements Identified {

    public static TestRunResponse of(TestRunView view) {
        TestRun run = view.run();
        return new TestRunResponse(
                Identity.of(run),
                run.getName(),
                run.getState(),
                run.getStateReason(),
                run.getStatusId(),
                StatusLabel.of(view.status(), run.getState()),
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
                run.getAttributes(),
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
                view.attached().counts(),
                PermittedActions.ofMembers("test_run:update", "test_run:delete", "test_run:execute"));
    }

    /// The version of the test set that is run; null for runs of before there were versions.
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
            @Nullable UUID testSetId,
            @Nullable Pinned testSet,
            @Nullable UUID endpointId,
            @Nullable Pinned endpoint,
            @Nullable UUID modelId,
            @Nullable Pinned model) {

        static Configuration of(TestRunView view) {
            TestRun run = view.run();
            boolean isModel = run.getModelId() != null;
            return new Configuration(
                    run.getTestConfigurationId(),
                    run.getTestSetId(),
                    Pinned.of(run.getTestSetId(), run.getTestSetName(), view.testSet()),
                    run.getEndpointId(),
                    Pinned.of(run.getEndpointId(), isModel ? null : run.getTargetName(), view.endpoint()),
                    run.getModelId(),
                    Pinned.of(run.getModelId(), isModel ? run.getTargetName() : null, view.model()));
        }
    }

    /// An object by the name that it had at the start; without ids when it was removed for good since.
    public record Pinned(@Nullable UUID id, @Nullable String nanoId, String name) {

        static @Nullable Pinned of(@Nullable UUID id, @Nullable String name, @Nullable Reference living) {
            String known = name == null && living != null ? living.name() : name;
            return known == null ? null : new Pinned(id, living == null ? null : living.nanoId(), known);
        }
    }
}
