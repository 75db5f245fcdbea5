package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.mapping.RequestMapping;
import ai.rhesis.backend.integration.template.Values;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An endpoint as it was at one moment, which a test run pins as JSON. It holds no secret; a call reads that itself.
///
/// @param hasSecret whether there was any to read
/// @param place none in runs that pinned none
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
        Map<String, String> extraPayload,
        boolean hasSecret,
        EndpointPlace place) {

    /// Restores the nulls that were JSON, and takes an empty response mapping for none.
    public EndpointSnapshot {
        requestMapping = requestMapping == null || requestMapping.isNull() ? null : requestMapping;
        responseMapping = responseMapping == null || responseMapping.isEmpty() ? null : responseMapping;
        place = place == null ? EndpointPlace.NONE : place;
    }

    /// Tells whether it is a function of a program with the SDK.
    public boolean isFunction() {
        return connectionType.equals(FunctionTransport.TYPE);
    }

    /// Tells whether its request mapping uses the files of a question.
    public boolean takesFiles() {
        return requestMapping != null && RequestMapping.canUse(requestMapping, Question.FILES);
    }

    /// Replaces the mappings, for a trial of others.
    EndpointSnapshot with(
            Map<String, Object> otherRequestMapping,
            Map<String, Object> otherResponseMapping,
            @Nullable String format) {
        return new EndpointSnapshot(
                id,
                name,
                connectionType,
                url,
                method,
                endpointPath,
                requestHeaders,
                queryParams,
                json(otherRequestMapping),
                json(otherResponseMapping),
                format == null ? responseFormat : format,
                authType,
                clientId,
                tokenUrl,
                scopes,
                audience,
                extraPayload,
                hasSecret,
                place);
    }

    static EndpointSnapshot of(Endpoint endpoint) {
        boolean hasSecret = endpoint.hasAuthToken() || endpoint.hasClientSecret();
        return of(endpoint.getId(), EndpointRequest.of(endpoint), hasSecret, EndpointPlace.of(endpoint));
    }

    /// Takes a snapshot of an endpoint that is not stored.
    static EndpointSnapshot unsaved(EndpointSettings settings) {
        return of(BaseEntity.newId(), settings, false, EndpointPlace.NONE);
    }

    private static EndpointSnapshot of(UUID id, EndpointSettings settings, boolean hasSecret, EndpointPlace place) {
        return new EndpointSnapshot(
                id,
                settings.name(),
                settings.connectionType(),
                settings.url(),
                settings.method(),
                settings.endpointPath(),
                orEmpty(settings.requestHeaders()),
                orEmpty(settings.queryParams()),
                json(settings.requestMapping()),
                json(settings.responseMapping()),
                settings.responseFormat(),
                settings.authType(),
                settings.clientId(),
                settings.tokenUrl(),
                settings.scopes() == null ? null : String.join(" ", settings.scopes()),
                settings.audience(),
                orEmpty(settings.extraPayload()),
                hasSecret,
                place);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

    private static @Nullable JsonNode json(@Nullable Map<String, Object> mapping) {
        return mapping == null ? null : Values.toJson(mapping);
    }
}
