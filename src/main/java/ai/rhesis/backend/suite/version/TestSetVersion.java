package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.identity.user.UserReference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a test set; nothing of it changes but its label.
///
/// @param tests how many tests it has; the counts behind it are against the version before
/// @param restoredNumber the version whose tests it has again
record TestSetVersion(
        UUID id,
        UUID testSetId,
        int number,
        @Nullable String label,
        @Nullable String description,
        String hash,
        int tests,
        int added,
        int removed,
        int changed,
        @Nullable Integer restoredNumber,
        Instant createdAt,
        @Nullable UserReference user) {

    VersionNumber toNumber() {
        return new VersionNumber(id, number, hash);
    }
}
