package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.suite.testcase.PassRule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Tests that belong together; an organization has each slug once.
@Entity
@Table(name = "test_set")
@Resource(name = "TestSet", path = "/test_sets", channel = "test_set")
public class TestSet extends ProjectEntity implements Taggable, Subject {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private @Nullable String shortDescription;
    private String slug;
    private UUID testSetTypeId;
    private @Nullable UUID statusId;
    private @Nullable UUID ownerId;
    private @Nullable UUID assigneeId;
    private @Nullable Integer priority;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> attributes;

    private @Nullable Integer repetitions;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable PassRule passRule;

    /// The mark of a tree of the explorer, which other lists leave out.
    @Column(insertable = false, updatable = false)
    private boolean explorerRow;

    private @Nullable Reference reference;

    protected TestSet() {}

    TestSet(TestSetRequest request, String slug, UUID testSetTypeId) {
        identify(request.id());
        change(request, slug, testSetTypeId);
    }

    final void change(TestSetRequest request, String slug, UUID testSetTypeId) {
        this.slug = slug;
        this.testSetTypeId = testSetTypeId;
        name = request.name();
        description = request.description();
        shortDescription = request.shortDescription();
        statusId = request.statusId();
        putInto(request.projectId());
        ownerId = request.ownerId();
        assigneeId = request.assigneeId();
        priority = request.priority();
        attributes = TestSetMetadata.without(request.allAttributes());
        repetitions = request.repetitions();
        passRule = request.passRule();
    }

    @Override
    protected Map<String, @Nullable Object> naturalKey(String index) {
        return Map.of("slug", slug);
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable String getShortDescription() {
        return shortDescription;
    }

    public String getSlug() {
        return slug;
    }

    public UUID getTestSetTypeId() {
        return testSetTypeId;
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

    /// Holds what clients keep with the set, without what the server computes.
    public @Nullable Map<String, @Nullable Object> getAttributes() {
        return attributes;
    }

    public @Nullable Integer getRepetitions() {
        return repetitions;
    }

    public @Nullable PassRule getPassRule() {
        return passRule;
    }
}
