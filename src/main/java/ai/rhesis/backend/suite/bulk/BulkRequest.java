package ai.rhesis.backend.suite.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The part of a body of many tests that stands beside them.
record BulkRequest(@Nullable UUID testSetId) {

    BulkOptions options(boolean partial, boolean dryRun) {
        return new BulkOptions(partial, dryRun, testSetId);
    }
}
