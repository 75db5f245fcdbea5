package ai.rhesis.backend.run.reviewqueue;

import java.util.UUID;

/// A test that a queue can draw.
///
/// @param stratum its outcomes in the runs and its requirement, as one text
/// @param isUnsure whether its results differ, or a metric scored it near the threshold
record QueueCandidate(UUID testId, String stratum, boolean isUnsure) {}
