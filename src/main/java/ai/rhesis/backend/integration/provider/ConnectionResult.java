package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.CallException;
import org.jspecify.annotations.Nullable;

/// The result of one attempt to reach a model.
///
/// @param reason why it failed; null when it did not
record ConnectionResult(
        String provider, String modelName, CallException.@Nullable Reason reason, String message, long latencyMillis) {}
