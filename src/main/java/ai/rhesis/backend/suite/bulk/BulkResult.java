package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The outcome for the test at a place of the body.
///
/// @param id null when there is none: on an error, and for a test that a dry run would have made
public record BulkResult(int index, @Nullable UUID id, BulkStatus status, List<Violation> violations) {}
