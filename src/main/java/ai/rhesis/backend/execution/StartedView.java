package ai.rhesis.backend.execution;

import ai.rhesis.backend.testrun.TestRun;
import java.util.UUID;

/// A run that was started, and how much there is to do.
record StartedView(TestRun run, UUID targetId, String targetName, int count) {

    static StartedView of(TestRun run, UUID targetId, String targetName, int count) {
        return new StartedView(run, targetId, targetName, count);
    }
}
