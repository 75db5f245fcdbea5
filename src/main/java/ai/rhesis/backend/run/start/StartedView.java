package ai.rhesis.backend.run.start;

import ai.rhesis.backend.run.testrun.TestRun;
import java.util.UUID;

/// A run that was started, and how much there is to do.
record StartedView(TestRun run, UUID targetId, String targetName, int count) {}
