package ai.rhesis.backend.run.reviewqueue;

import java.util.UUID;

/// A test that a queue drew.
///
/// @param probability how likely it was to be drawn
record DrawnCandidate(UUID testId, double probability) {}
