package ai.rhesis.backend.run.testrun;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The links that a run takes from its configuration, as far as their objects are living.
record RunLinks(
        UUID testConfigurationId,
        @Nullable UUID testSetId,
        @Nullable UUID endpointId,
        @Nullable UUID modelId,
        @Nullable UUID projectId,
        @Nullable PinnedVersion version) {}
