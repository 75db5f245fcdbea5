package ai.rhesis.backend.progress;

/// Where a run stands; it differs whenever something happened.
record MomentView(String state, long lastPosition, long version) {}
