package ai.rhesis.backend.suite.version;

import java.util.UUID;

/// The version of a test set that a run pins.
public record VersionNumber(UUID id, int number, String hash) {}
