package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.suite.testset.TestSetView;
import java.util.List;
import java.util.UUID;

/// A copy, and the tests that are not in it.
record CopiedSet(TestSetView set, int copied, List<UUID> skipped) {}
