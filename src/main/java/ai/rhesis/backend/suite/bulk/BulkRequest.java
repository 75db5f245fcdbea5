package ai.rhesis.backend.suite.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a body of many tests says beside them.
record BulkRequest(@Nullable UUID testSetId) {

    BulkOptions options(boolean partial, boolean dryRun) {
        return new BulkOptions(partial, dryRun, testSetId);
    }
}
