package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.query.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A run of a test set against a target; what it runs does not change with what it was started from.
///
/// While it is executed its state is changed by statements beside this entity, so only what changed is written.
@Entity
@DynamicUpdate
@Table(name = "test_run")
@Resource(name = "TestRun", path = "/test_runs", channel = "test_run")
public class TestRun extends ProjectEntity implements Taggable, Subject {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private TestRunState state;

    /// The same for filters, which compare texts.
    @Column(name = "state", insertable = false, updatable = false)
    private String stateText;

    private @Nullable String stateReason;

    private @Column(updatable = false) UUID testConfigurationId;
    private @Nullable UUID testSetId;
    private @Nullable UUID endpointId;
    private @Nullable UUID modelId;
    private @Nullable UUID statusId;
    private @Nullable UUID ownerId;
    private @Nullable UUID assigneeId;
    private @Nullable UUID referenceTestRunId;
    private @Nullable UUID experimentId;
    private @Nullable Integer experimentVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> attributes;

    @Column(updatable = false)
    private boolean isExecuted;

    private @Nullable String targetName;
    private @Nullable String testSetName;

    private @Nullable PinnedVersion pinnedVersion;

    private @Nullable RunMode mode;

    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant deadline;

    private @Nullable Reference reference;

    protected TestRun() {}

    /// Creates a run whose tests a client runs itself.
    TestRun(TestRunRequest request, RunLinks links) {
        identify(request.id());
        state = TestRunState.PROGRESS;
        startedAt = Instant.now();
        takeOver(links);
        change(request);
    }

    /// Creates a run that is going to be executed.
    TestRun(NewRun start, RunLinks links) {
        state = TestRunState.QUEUED;
        isExecuted = true;
        name = start.name();
        takeOver(links);
        targetName = start.targetName();
        testSetName = start.testSetName();
        referenceTestRunId = start.referenceTestRunId();
        experimentId = start.parameters().experimentId();
        experimentVersion = start.parameters().version();
        mode = start.mode();
        attributes = start.parameters().over(RunAttributes.own(start.attributes()));
    }

    private void takeOver(RunLinks links) {
        testConfigurationId = links.testConfigurationId();
        testSetId = links.testSetId();
        endpointId = links.endpointId();
        modelId = links.modelId();
        putInto(links.projectId());
        pinnedVersion = links.version();
    }

    final void change(TestRunRequest request) {
        name = request.name() == null ? RunName.next() : request.name();
        attributes = getParameters().over(RunAttributes.own(request.attributes()));
        ownerId = request.ownerId();
        assigneeId = request.assigneeId();
    }

    /// @throws ProblemException 409 when this state may not follow
    void moveTo(TestRunState next, @Nullable String reason) {
        state = state.to(next);
        stateReason = reason;
        completedAt = next.isFinal() ? Instant.now() : null;
        deadline = null;
    }

    void label(@Nullable UUID status) {
        statusId = status;
    }

    @Override
    public String getName() {
        return name;
    }

    public TestRunState getState() {
        return state;
    }

    public @Nullable String getStateReason() {
        return stateReason;
    }

    public UUID getTestConfigurationId() {
        return testConfigurationId;
    }

    public @Nullable UUID getTestSetId() {
        return testSetId;
    }

    /// Returns the version of the set that it runs; null where it was made before there were versions.
    public @Nullable PinnedVersion version() {
        return pinnedVersion;
    }

    RunMode getMode() {
        return mode == null ? RunMode.UNKNOWN : mode;
    }

    public @Nullable UUID getEndpointId() {
        return endpointId;
    }

    public @Nullable UUID getModelId() {
        return modelId;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }

    public @Nullable UUID getOwnerId() {
        return ownerId;
    }

    public @Nullable UUID getAssigneeId() {
        return assigneeId;
    }

    public @Nullable UUID getReferenceTestRunId() {
        return referenceTestRunId;
    }

    public @Nullable Map<String, @Nullable Object> getAttributes() {
        return attributes;
    }

    /// Returns the experiment whose values the run was started with, until it is removed for good.
    public @Nullable UUID getExperimentId() {
        return experimentId;
    }

    public @Nullable Integer getExperimentVersion() {
        return experimentVersion;
    }

    /// Returns the parameter values that the run was started with.
    public ParameterSnapshot getParameters() {
        return isExecuted ? ParameterSnapshot.of(this) : ParameterSnapshot.NONE;
    }

    /// Tells whether this service runs the tests, and no client.
    public boolean isExecuted() {
        return isExecuted;
    }

    /// Returns the name of the target at the start of the run.
    public @Nullable String getTargetName() {
        return targetName;
    }

    public @Nullable String getTestSetName() {
        return testSetName;
    }

    public @Nullable Instant getStartedAt() {
        return startedAt;
    }

    public @Nullable Instant getCompletedAt() {
        return completedAt;
    }

    public @Nullable Instant getDeadline() {
        return deadline;
    }
}
