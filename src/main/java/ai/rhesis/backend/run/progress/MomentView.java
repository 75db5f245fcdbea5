package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.run.testrun.TestRunState;

/// Where a run stands; it differs whenever something happened.
record MomentView(TestRunState state, long lastPosition, long version) {}
