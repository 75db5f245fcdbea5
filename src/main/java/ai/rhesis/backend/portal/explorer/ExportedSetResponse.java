package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.suite.testset.TestSetResponse;
import java.util.List;
import java.util.UUID;

/// A set that was made of a tree.
record ExportedSetResponse(TestSetResponse testSet, int exported, int skipped, List<UUID> skippedTestIds) {

    static ExportedSetResponse of(CopiedSet copied) {
        return new ExportedSetResponse(
                TestSetResponse.of(copied.set()),
                copied.copied(),
                copied.skipped().size(),
                copied.skipped());
    }
}
