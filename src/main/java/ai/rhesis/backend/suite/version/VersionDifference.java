package ai.rhesis.backend.suite.version;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test in which two versions differ; null on the side that doesn't have it.
record VersionDifference(
        UUID testId,
        @Nullable VersionMember before,
        @Nullable VersionMember after) {

    boolean isAdded() {
        return before == null;
    }

    boolean isRemoved() {
        return after == null;
    }

    boolean isMoved() {
        return before != null && after != null && before.position() != after.position();
    }

    boolean isChanged() {
        return before != null && after != null && !before.contentHash().equals(after.contentHash());
    }

    VersionMember requiredBefore() {
        return Objects.requireNonNull(before);
    }

    VersionMember requiredAfter() {
        return Objects.requireNonNull(after);
    }
}
