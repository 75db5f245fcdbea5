package ai.rhesis.backend.suite.testcase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// References of a test that a body may name instead of giving an id.
public record TestCaseLinks(@Nullable UUID promptId, UUID testTypeId, SubjectIds subjects) {}
