package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.suite.version.VersionNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The version of a test set that a run is of; number and hash stay when the set is purged, and the id doesn't.
@Embeddable
public record PinnedVersion(
        @Column(updatable = false) @Nullable UUID testSetVersionId,
        @Column(updatable = false) Integer testSetVersionNumber,
        @Column(updatable = false) String testSetVersionHash) {

    static PinnedVersion of(VersionNumber version) {
        return new PinnedVersion(version.id(), version.number(), version.hash());
    }
}
