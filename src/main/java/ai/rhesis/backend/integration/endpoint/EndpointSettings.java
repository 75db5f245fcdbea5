package ai.rhesis.backend.integration.endpoint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings of an endpoint that a call is made of, whether the endpoint is stored or not.
interface EndpointSettings {

    default String name() {
        return "endpoint";
    }

    String connectionType();

    @Nullable
    String url();

    String method();

    default @Nullable String endpointPath() {
        return null;
    }

    @Nullable
    Map<String, String> requestHeaders();

    default @Nullable Map<String, String> queryParams() {
        return null;
    }

    @Nullable
    Map<String, Object> requestMapping();

    @Nullable
    Map<String, Object> responseMapping();

    default String responseFormat() {
        return "json";
    }

    default @Nullable String authType() {
        return null;
    }

    default @Nullable String clientId() {
        return null;
    }

    default @Nullable String tokenUrl() {
        return null;
    }

    default @Nullable List<String> scopes() {
        return null;
    }

    default @Nullable String audience() {
        return null;
    }

    default @Nullable Map<String, String> extraPayload() {
        return null;
    }

    /// Returns what clients keep about the authentication; no call needs it.
    default @Nullable Map<String, Object> auth() {
        return null;
    }
}
