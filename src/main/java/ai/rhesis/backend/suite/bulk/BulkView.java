package ai.rhesis.backend.suite.bulk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The outcomes for all tests of a call, in the order of the body.
public record BulkView(List<BulkResult> results, boolean dryRun) {

    /// Returns the tests that exist now.
    public List<UUID> ids() {
        return results.stream().map(BulkResult::id).filter(Objects::nonNull).toList();
    }

    long count(BulkStatus status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
