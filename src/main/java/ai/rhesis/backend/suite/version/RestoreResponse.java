package ai.rhesis.backend.suite.version;

import java.util.List;
import java.util.UUID;

/// The version that a restore made, and the tests that it replaced by copies because other sets hold them too.
record RestoreResponse(VersionResponse version, List<Copy> copied) {

    static RestoreResponse of(RestoredVersion restored) {
        return new RestoreResponse(VersionResponse.of(restored.version()), restored.copied());
    }

    /// A test that stays as it is, and the one that stands for it in this set.
    public record Copy(UUID testId, UUID copyId) {}
}
