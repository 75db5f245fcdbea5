package ai.rhesis.backend.suite.version;

import java.util.List;

/// The version that a restore made, with the copies that it took.
record RestoredVersion(TestSetVersion version, List<RestoreResponse.Copy> copied) {}
