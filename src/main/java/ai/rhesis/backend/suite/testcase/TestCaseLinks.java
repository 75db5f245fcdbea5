package ai.rhesis.backend.suite.testcase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a test points at that a body may name instead of giving its id.
public record TestCaseLinks(
        @Nullable UUID promptId,
        UUID testTypeId,
        @Nullable UUID categoryId,
        @Nullable UUID topicId,
        @Nullable UUID requirementId) {}
