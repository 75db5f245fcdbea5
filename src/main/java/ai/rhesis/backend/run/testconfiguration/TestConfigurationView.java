package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.identity.user.UserReference;
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
        @Nullable UserReference user) {}
