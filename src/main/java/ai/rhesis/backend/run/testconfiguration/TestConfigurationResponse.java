package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test configuration as a client reads it.
record TestConfigurationResponse(
        Identity identity,
        @Nullable UUID endpointId,
        @Nullable Reference endpoint,
        @Nullable UUID modelId,
        @Nullable Reference model,
        @Nullable UUID testSetId,
        @Nullable Reference testSet,
        @Nullable UUID categoryId,
        @Nullable Reference category,
        @Nullable UUID topicId,
        @Nullable Reference topic,
        @Nullable UUID promptId,
        @Nullable UUID statusId,
        @Nullable Reference status,
        @Nullable UUID projectId,
        @Nullable UserReference user,
        @Nullable Map<String, @Nullable Object> attributes)
        implements Identified {

    static TestConfigurationResponse of(TestConfigurationView view) {
        TestConfiguration configuration = view.configuration();
        return new TestConfigurationResponse(
                Identity.of(configuration),
                configuration.getEndpointId(),
                view.endpoint(),
                configuration.getModelId(),
                view.model(),
                configuration.getTestSetId(),
                view.testSet(),
                configuration.getCategoryId(),
                view.category(),
                configuration.getTopicId(),
                view.topic(),
                configuration.getPromptId(),
                configuration.getStatusId(),
                view.status(),
                configuration.getProjectId(),
                view.user(),
                configuration.getAttributes());
    }
}
