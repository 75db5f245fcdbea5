package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.egress.Origin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The origins to which an endpoint sends its secrets: its token to its own, its client secret to that of `token_url`.
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
