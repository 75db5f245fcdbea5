package ai.rhesis.backend.suite.version;

import java.util.UUID;

/// A test that is to have a content again: the original itself, or a copy of it under another id.
record Restoration(UUID id, UUID originalId, VersionMember member) {}
