package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import ai.rhesis.backend.workspace.project.ProjectReference;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An endpoint as a client reads it: of its secrets only whether there are any.
record EndpointResponse(
        Identity identity,
        String name,
        @Nullable String description,
        String connectionType,
        @Nullable String url,
        String method,
        @Nullable String endpointPath,
        String environment,
        String configSource,
        @Nullable Map<String, String> requestHeaders,
        @Nullable Map<String, String> queryParams,
        @Nullable Map<String, Object> requestMapping,
        @Nullable Map<String, Object> responseMapping,
        String responseFormat,
        @Nullable String authType,
        boolean hasAuthToken,
        @Nullable String clientId,
        boolean hasClientSecret,
        @Nullable String tokenUrl,
        @Nullable List<String> scopes,
        @Nullable String audience,
        @Nullable Map<String, String> extraPayload,
        @Nullable UUID projectId,
        @Nullable ProjectReference project,
        @Nullable UUID statusId,
        @Nullable Reference status,
        @Nullable UserReference user,
        @JsonUnwrapped KeptSettings kept,
        List<TagReference> tags,
        Counts counts)
        implements Identified {

    static EndpointResponse of(EndpointView view) {
        Endpoint endpoint = view.endpoint();
        return new EndpointResponse(
                Identity.of(endpoint),
                endpoint.getName(),
                endpoint.getDescription(),
                endpoint.getConnectionType(),
                endpoint.getUrl(),
                endpoint.getMethod(),
                endpoint.getEndpointPath(),
                endpoint.getEnvironment(),
                endpoint.getConfigSource(),
                endpoint.getRequestHeaders(),
                endpoint.getQueryParams(),
                endpoint.getRequestMapping(),
                endpoint.getResponseMapping(),
                endpoint.getResponseFormat(),
                endpoint.getAuthType(),
                endpoint.hasAuthToken(),
                endpoint.getClientId(),
                endpoint.hasClientSecret(),
                endpoint.getTokenUrl(),
                endpoint.getScopes(),
                endpoint.getAudience(),
                endpoint.getExtraPayload(),
                endpoint.getProjectId(),
                view.project(),
                endpoint.getStatusId(),
                view.status(),
                view.user(),
                endpoint.getKept(),
                view.attached().tags(),
                view.attached().counts());
    }
}
