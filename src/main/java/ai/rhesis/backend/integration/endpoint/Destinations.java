package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.egress.Origin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the secrets of an endpoint are sent: its token to its own host, its client secret to the host that gives
/// tokens, whose tokens go to its own host again.
record Destinations(@Nullable Origin target, @Nullable Origin tokens) {

    static Destinations of(Endpoint endpoint) {
        return of(endpoint.getUrl(), endpoint.getTokenUrl());
    }

    static Destinations of(@Nullable String url, @Nullable String tokenUrl) {
        return new Destinations(origin(url), origin(tokenUrl));
    }

    private static @Nullable Origin origin(@Nullable String address) {
        return address == null ? null : Origin.of(address);
    }

    boolean hasTargetOf(Destinations other) {
        return Objects.equals(target, other.target);
    }
}
