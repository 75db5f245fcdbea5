package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import org.jspecify.annotations.Nullable;

/// A test configuration with what it points at, as far as that is living.
public record TestConfigurationView(
        TestConfiguration configuration,
        @Nullable Reference endpoint,
        @Nullable Reference model,
        @Nullable Reference testSet,
        @Nullable Reference category,
        @Nullable Reference topic,
        @Nullable Reference status,
        @Nullable UserReference user) {

    /// Creates the view from the columns of a query, where a missing object is one without an id.
    public TestConfigurationView {
        endpoint = Joined.orNull(endpoint);
        model = Joined.orNull(model);
        testSet = Joined.orNull(testSet);
        category = Joined.orNull(category);
        topic = Joined.orNull(topic);
        status = Joined.orNull(status);
        user = Joined.orNull(user);
    }
}
