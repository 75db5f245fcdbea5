package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.CallException;
import org.jspecify.annotations.Nullable;

/// How one attempt to reach a model went.
///
/// @param reason why it failed; null when it did not
record Connection(
        String provider, String modelName, CallException.@Nullable Reason reason, String message, long latencyMillis) {}
