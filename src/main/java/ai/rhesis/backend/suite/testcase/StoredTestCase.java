package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import ai.rhesis.backend.platform.web.Identity;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The own columns of a test.
public record StoredTestCase(
        Identity identity,
        @Nullable String name,
        @Nullable String description,
        @Nullable UUID promptId,
        @Nullable MultiTurnConfiguration testConfiguration,
        UUID testTypeId,
        @Nullable UUID categoryId,
        @Nullable UUID topicId,
        @Nullable UUID requirementId,
        @Nullable UUID projectId,
        @Nullable UUID parentId,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable UUID assigneeId,
        @Nullable Integer priority,
        @Nullable Map<String, @Nullable Object> testMetadata,
        @Nullable Integer repetitions,
        @Nullable PassRule passRule) {

    /// The columns of a test `t`.
    static final String COLUMNS = """
            t.id, t.nano_id, t.created_at, t.updated_at, t.organization_id, t.user_id, t.version,
            t.name, t.description, t.prompt_id, t.test_configuration, t.test_type_id, t.category_id, t.topic_id,
            t.requirement_id, t.project_id, t.parent_id, t.status_id, t.owner_id, t.assignee_id, t.priority,
            t.test_metadata, t.repetitions, t.pass_rule
            """;

    private static final TypeReference<Map<String, @Nullable Object>> METADATA = new TypeReference<>() {};

    static StoredTestCase of(ColumnReader row) throws SQLException {
        return new StoredTestCase(
                new Identity(row.uuid(), row.text(), row.instant(), row.instant(), row.uuid(), row.uuid(), row.count()),
                row.textOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.jsonOrNull(MultiTurnConfiguration.class),
                row.uuid(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.numberOrNull(),
                row.jsonOrNull(METADATA),
                row.numberOrNull(),
                row.jsonOrNull(PassRule.class));
    }

    public UUID id() {
        return identity.id();
    }
}
