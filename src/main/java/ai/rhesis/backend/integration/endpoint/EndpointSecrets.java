package ai.rhesis.backend.integration.endpoint;

import org.jspecify.annotations.Nullable;

/// The secrets of an endpoint in the clear, for as long as a call takes.
record EndpointSecrets(@Nullable String authToken, @Nullable String clientSecret) {

    static final EndpointSecrets NONE = new EndpointSecrets(null, null);

    @Override
    public String toString() {
        return "EndpointSecrets[…]";
    }
}
