package ai.rhesis.backend.endpoint;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An endpoint as it was at one moment: what a test run pins, as JSON. It holds no secret; that is read when it is
/// called.
public record EndpointSnapshot(
        UUID id,
        String name,
        String connectionType,
        @Nullable String url,
        String method,
        @Nullable String endpointPath,
        Map<String, String> requestHeaders,
        Map<String, String> queryParams,
        @Nullable JsonNode requestMapping,
        @Nullable JsonNode responseMapping,
        String responseFormat,
        @Nullable String authType,
        @Nullable String clientId,
        @Nullable String tokenUrl,
        @Nullable String scopes,
        @Nullable String audience,
        @Nullable JsonNode extraPayload) {}
