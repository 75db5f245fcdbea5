package ai.rhesis.backend.integration.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place of a call in a run.
///
/// @param testId null where the test is gone
/// @param testResultId of the result that is written once the call is judged
public record TestContext(UUID testRunId, @Nullable UUID testId, UUID testConfigurationId, UUID testResultId) {}
