package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.NamedByAnother;
import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.suite.prompt.Prompt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A test of an AI system: a prompt to say once, or a configuration to lead it over several turns.
@Entity
@Table(name = "test")
@Resource(name = "Test", path = "/tests")
public class TestCase extends ProjectEntity implements Taggable, Subject, NamedByAnother {

    private @Nullable String name;
    private @Nullable String description;
    private @Nullable UUID promptId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable MultiTurnConfiguration testConfiguration;

    private UUID testTypeId;
    private @Nullable UUID categoryId;
    private @Nullable UUID topicId;
    private @Nullable UUID requirementId;
    private @Nullable UUID parentId;
    private @Nullable UUID statusId;
    private @Nullable UUID ownerId;
    private @Nullable UUID assigneeId;
    private @Nullable Integer priority;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> testMetadata;

    private @Nullable Integer repetitions;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable PassRule passRule;

    /// The mark of a test in a tree of the explorer, which other lists leave out.
    @Column(insertable = false, updatable = false)
    private boolean explorerRow;

    protected TestCase() {}

    TestCase(TestCaseRequest request, TestCaseLinks links) {
        identify(request.id());
        change(request, links);
    }

    final void change(TestCaseRequest request, TestCaseLinks links) {
        name = request.name();
        description = request.description();
        testConfiguration = request.testConfiguration();
        putInto(request.projectId());
        parentId = request.parentId();
        statusId = request.statusId();
        ownerId = request.ownerId();
        assigneeId = request.assigneeId();
        priority = request.priority();
        testMetadata = request.allMetadata();
        repetitions = request.repetitions();
        passRule = request.passRule();
        promptId = links.promptId();
        testTypeId = links.testTypeId();
        categoryId = links.subjects().categoryId();
        topicId = links.subjects().topicId();
        requirementId = links.subjects().requirementId();
    }

    @Override
    public @Nullable String getName() {
        return name;
    }

    @Override
    public Class<Prompt> namingType() {
        return Prompt.class;
    }

    @Override
    public @Nullable UUID namingId() {
        return promptId;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable UUID getPromptId() {
        return promptId;
    }

    public @Nullable MultiTurnConfiguration getTestConfiguration() {
        return testConfiguration;
    }

    public UUID getTestTypeId() {
        return testTypeId;
    }

    public @Nullable UUID getCategoryId() {
        return categoryId;
    }

    public @Nullable UUID getTopicId() {
        return topicId;
    }

    public @Nullable UUID getRequirementId() {
        return requirementId;
    }

    public @Nullable UUID getParentId() {
        return parentId;
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

    public @Nullable Integer getPriority() {
        return priority;
    }

    public @Nullable Map<String, @Nullable Object> getTestMetadata() {
        return testMetadata;
    }

    public @Nullable Integer getRepetitions() {
        return repetitions;
    }

    public @Nullable PassRule getPassRule() {
        return passRule;
    }
}
