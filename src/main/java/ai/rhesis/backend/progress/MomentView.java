package ai.rhesis.backend.progress;

import ai.rhesis.backend.testrun.TestRunState;

/// Where a run stands; it differs whenever something happened.
record MomentView(TestRunState state, long lastPosition, long version) {}
