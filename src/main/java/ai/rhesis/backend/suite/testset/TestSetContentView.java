package ai.rhesis.backend.suite.testset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A count of living tests of one set that share a category, a topic and a requirement.
record TestSetContentView(
        UUID testSetId,
        @Nullable String category,
        @Nullable String topic,
        @Nullable String requirement,
        long tests) {}
