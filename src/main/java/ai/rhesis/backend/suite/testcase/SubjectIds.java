package ai.rhesis.backend.suite.testcase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ids of the category, topic and requirement of a test.
public record SubjectIds(
        @Nullable UUID categoryId,
        @Nullable UUID topicId,
        @Nullable UUID requirementId) {}
