package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test configuration as a client writes it.
///
/// @param modelId a stored model as the target, instead of an endpoint
public record TestConfigurationRequest(
        @Nullable UUID id,
        @Nullable UUID endpointId,
        @Nullable UUID modelId,
        @Nullable UUID testSetId,
        @Nullable UUID categoryId,
        @Nullable UUID topicId,
        @Nullable UUID promptId,
        @Nullable UUID statusId,
        @Nullable UUID projectId,
        @Nullable Map<String, @Nullable Object> attributes) {

    /// Returns the same request with these attributes.
    public TestConfigurationRequest with(@Nullable Map<String, @Nullable Object> other) {
        return new TestConfigurationRequest(
                id, endpointId, modelId, testSetId, categoryId, topicId, promptId, statusId, projectId, other);
    }

    /// Creates a request for a set and its target alone.
    public static TestConfigurationRequest of(
            UUID testSetId, @Nullable UUID endpointId, @Nullable UUID modelId, @Nullable UUID projectId) {
        return new TestConfigurationRequest(
                null, endpointId, modelId, testSetId, null, null, null, null, projectId, null);
    }

    static TestConfigurationRequest of(TestConfiguration configuration) {
        return new TestConfigurationRequest(
                configuration.getId(),
                configuration.getEndpointId(),
                configuration.getModelId(),
                configuration.getTestSetId(),
                configuration.getCategoryId(),
                configuration.getTopicId(),
                configuration.getPromptId(),
                configuration.getStatusId(),
                configuration.getProjectId(),
                configuration.getAttributes());
    }

    /// @throws ProblemException 422 unless there is one target
    void requireOneTarget() {
        if (endpointId == null && modelId == null) {
            throw Problem.invalid("endpoint_id", "must not be null, unless model_id is given")
                    .exception();
        }
        if (endpointId != null && modelId != null) {
            throw Problem.invalid("model_id", "must be null when endpoint_id is given: there is one target")
                    .exception();
        }
    }
}
