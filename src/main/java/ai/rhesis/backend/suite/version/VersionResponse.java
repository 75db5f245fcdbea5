package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.identity.user.UserReference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a test set as a client reads it.
///
/// @param hash the SHA-256 over the content hashes of its tests in the set's order, each followed by a line feed
/// @param tests how many tests it has; `added`, `removed` and `changed` count against the version before
/// @param restoredNumber the version that it has the tests of again
record VersionResponse(
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

    static VersionResponse of(TestSetVersion version) {
        return new VersionResponse(
                version.id(),
                version.testSetId(),
                version.number(),
                version.label(),
                version.description(),
                version.hash(),
                version.tests(),
                version.added(),
                version.removed(),
                version.changed(),
                version.restoredNumber(),
                version.createdAt(),
                version.user());
    }
}
