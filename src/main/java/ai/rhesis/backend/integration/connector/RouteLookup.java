package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.egress.CallException;
import java.util.Optional;
import java.util.function.Supplier;

/// The lookup of the route that a call takes, made anew where a connection turns out to be gone.
///
/// @param lookup finds it; empty when there is none
/// @param missing tells that there is none
record RouteLookup(Supplier<Optional<ConnectorRoute>> lookup, String missing) {

    /// @throws CallException `sdk_not_connected` when there is no route
    ConnectorRoute find() {
        return lookup.get().orElseThrow(this::unconnected);
    }

    CallException unconnected() {
        return CallException.sdk(CallException.Reason.SDK_NOT_CONNECTED, missing);
    }
}
