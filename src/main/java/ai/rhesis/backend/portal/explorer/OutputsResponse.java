package ai.rhesis.backend.portal.explorer;

import java.util.List;
import java.util.UUID;

/// The outputs that an endpoint gave.
record OutputsResponse(int generated, int skipped, List<FailedNode> failed, List<GivenOutput> updated) {

    /// A test with its new output.
    record GivenOutput(UUID testId, String output) {}
}
