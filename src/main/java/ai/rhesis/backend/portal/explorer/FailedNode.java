package ai.rhesis.backend.portal.explorer;

import java.util.UUID;

/// A test of which nothing came, and why.
record FailedNode(UUID testId, String error) {}
