package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.tenancy.InScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An endpoint as a client writes it; an empty secret is none.
record EndpointRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,

        @NotNull @Pattern(regexp = TYPES, message = TYPES_MESSAGE)
        String connectionType,

        @Size(max = 2048) @Nullable String url,

        @Pattern(regexp = METHODS, message = METHODS_MESSAGE)
        String method,

        @Size(max = 2048) @Nullable String endpointPath,

        @Pattern(
                regexp = "production|staging|development|local",
                message = "must be production, staging, development or local")
        String environment,

        @Pattern(regexp = "manual|openapi|llm_generated|sdk", message = "must be manual, openapi, llm_generated or sdk")
        String configSource,

        @Nullable Map<@NotBlank String, @NotNull String> requestHeaders,
        @Nullable Map<@NotBlank String, @NotNull String> queryParams,
        @Nullable Map<String, Object> requestMapping,
        @Nullable Map<String, Object> responseMapping,

        @Pattern(regexp = FORMATS, message = FORMATS_MESSAGE)
        String responseFormat,

        @Pattern(regexp = AUTHS, message = AUTHS_MESSAGE) @Nullable
        String authType,

        @Size(max = 8192) @Nullable String authToken,
        @Size(max = 1024) @Nullable String clientId,
        @Size(max = 8192) @Nullable String clientSecret,
        @Size(max = 2048) @Nullable String tokenUrl,
        @Nullable List<@NotBlank String> scopes,
        @Nullable String audience,
        @Nullable Map<@NotBlank String, @NotNull String> extraPayload,
        @InScope @Nullable UUID projectId,
        @Nullable UUID statusId,
        @Size(max = 2048) @Nullable String openapiSpecUrl,
        @Nullable Map<String, Object> openapiSpec,
        @Nullable Map<String, Object> auth,
        @Nullable Map<String, Object> inputMappings,
        @Nullable Map<String, Object> validationRules,
        @Nullable Map<String, Object> llmSuggestions,
        @Nullable Map<String, Object> endpointMetadata,
        Boolean disableTracing)
        implements EndpointSettings {

    static final String TYPES = "REST|WebSocket|GRPC|SDK";
    static final String TYPES_MESSAGE = "must be REST, WebSocket, GRPC or SDK";
    static final String METHODS = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS";
    static final String METHODS_MESSAGE = "must be GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS";
    static final String FORMATS = "json|xml|text";
    static final String FORMATS_MESSAGE = "must be json, xml or text";
    static final String AUTHS = "bearer_token|client_credentials|api_key";
    static final String AUTHS_MESSAGE = "must be bearer_token, client_credentials or api_key";

    EndpointRequest {
        connectionType = typeOf(connectionType);
        method = Objects.requireNonNullElse(method, "POST").toUpperCase(Locale.ROOT);
        environment = Objects.requireNonNullElse(environment, "development");
        configSource = Objects.requireNonNullElse(configSource, "manual");
        responseFormat = Objects.requireNonNullElse(responseFormat, "json");
        disableTracing = Objects.requireNonNullElse(disableTracing, false);
        authToken = secretOf(authToken);
        clientSecret = secretOf(clientSecret);
    }

    /// Spells a connection type as it is stored, whatever its case; what is none stays for the validation to refuse.
    static String typeOf(@Nullable String connectionType) {
        String given = Objects.requireNonNullElse(connectionType, "");
        return Stream.of(TYPES.split("\\|"))
                .filter(given::equalsIgnoreCase)
                .findFirst()
                .orElse(given);
    }

    /// Takes an empty secret for none.
    static @Nullable String secretOf(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }

    /// Returns the endpoint as it is. Its secrets are no part of it: what isn't mentioned stays.
    static EndpointRequest of(Endpoint endpoint) {
        return new EndpointRequest(
                endpoint.getId(),
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
                null,
                endpoint.getClientId(),
                null,
                endpoint.getTokenUrl(),
                endpoint.getScopes(),
                endpoint.getAudience(),
                endpoint.getExtraPayload(),
                endpoint.getProjectId(),
                endpoint.getStatusId(),
                endpoint.getKept().openapiSpecUrl(),
                endpoint.getKept().openapiSpec(),
                endpoint.getKept().auth(),
                endpoint.getKept().inputMappings(),
                endpoint.getKept().validationRules(),
                endpoint.getKept().llmSuggestions(),
                endpoint.getKept().endpointMetadata(),
                endpoint.getKept().disableTracing());
    }

    KeptSettings kept() {
        return new KeptSettings(
                openapiSpecUrl,
                openapiSpec,
                auth,
                inputMappings,
                validationRules,
                llmSuggestions,
                endpointMetadata,
                disableTracing);
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "EndpointRequest[" + name + "]";
    }
}
