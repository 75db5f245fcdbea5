package ai.rhesis.backend.suite.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Options for the creation of many tests.
///
/// @param partial whether bad rows leave the good ones alone; else one bad row is the end of all
/// @param dryRun whether everything is checked and nothing written
/// @param testSetId the set that the tests are appended to
public record BulkOptions(
        boolean partial, boolean dryRun, @Nullable UUID testSetId) {}
