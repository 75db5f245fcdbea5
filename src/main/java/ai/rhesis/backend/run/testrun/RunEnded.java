package ai.rhesis.backend.run.testrun;

import java.util.UUID;

/// The end of a run, published within the transaction that ends it. It happens again where a run is taken up again.
///
/// @param isCancelled whether somebody stopped it
public record RunEnded(UUID runId, boolean isCancelled) {}
