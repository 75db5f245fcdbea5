package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.suite.testset.TestSetResponse;
import java.util.List;
import java.util.UUID;

/// A tree that was made of a set.
record ImportedSetResponse(TestSetResponse testSet, int imported, int skipped, List<UUID> skippedTestIds) {

    static ImportedSetResponse of(CopiedSet copied) {
        return new ImportedSetResponse(
                TestSetResponse.of(copied.set()),
                copied.copied(),
                copied.skipped().size(),
                copied.skipped());
    }
}
