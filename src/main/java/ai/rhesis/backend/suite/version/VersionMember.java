package ai.rhesis.backend.suite.version;

import java.util.UUID;

/// A test's place in a version, and the content that it has there.
record VersionMember(UUID testId, int position, String contentHash) {}
