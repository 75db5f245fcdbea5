package ai.rhesis.backend.run.testresult;

import java.util.UUID;

/// The event of new results of a run.
///
/// @param isExecuted whether the run executes its tests: then it is published within the transaction that writes the
/// results. Those that a client keeps are committed by then
public record ResultsWritten(UUID runId, boolean isExecuted) {}
