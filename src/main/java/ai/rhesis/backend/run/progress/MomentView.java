package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.run.testrun.TestRunState;

/// The state of a run at a moment; two differ whenever something happened between them.
record MomentView(TestRunState state, long lastPosition, long version) {}
