package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A test set and the endpoint or model that it is run against. A run pins what it takes from here, so that a change
/// counts for later runs only.
@Entity
@Table(name = "test_configuration")
@Resource(name = "TestConfiguration", path = "/test_configurations")
public class TestConfiguration extends ProjectEntity {

    private @Nullable UUID endpointId;
    private @Nullable UUID modelId;
    private @Nullable UUID testSetId;
    private @Nullable UUID categoryId;
    private @Nullable UUID topicId;
    private @Nullable UUID promptId;
    private @Nullable UUID statusId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> attributes;

    protected TestConfiguration() {}

    TestConfiguration(TestConfigurationRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(TestConfigurationRequest request) {
        endpointId = request.endpointId();
        modelId = request.modelId();
        testSetId = request.testSetId();
        categoryId = request.categoryId();
        topicId = request.topicId();
        promptId = request.promptId();
        statusId = request.statusId();
        putInto(request.projectId());
        attributes = request.attributes();
    }

    void keep(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> more = new HashMap<>(attributes == null ? Map.of() : attributes);
        more.putAll(values);
        attributes = more;
    }

    @Override
    public @Nullable String getName() {
        return null;
    }

    public @Nullable UUID getEndpointId() {
        return endpointId;
    }

    public @Nullable UUID getModelId() {
        return modelId;
    }

    public @Nullable UUID getTestSetId() {
        return testSetId;
    }

    public @Nullable UUID getCategoryId() {
        return categoryId;
    }

    public @Nullable UUID getTopicId() {
        return topicId;
    }

    public @Nullable UUID getPromptId() {
        return promptId;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }

    public @Nullable Map<String, @Nullable Object> getAttributes() {
        return attributes;
    }
}
