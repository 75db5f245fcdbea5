package ai.rhesis.backend.suite.testset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many living tests of one set share a category, a topic and a requirement.
record TestSetContentView(
        UUID testSetId,
        @Nullable String category,
        @Nullable String topic,
        @Nullable String requirement,
        long tests) {}
