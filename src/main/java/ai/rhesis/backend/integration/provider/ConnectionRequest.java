package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.model.ModelEndpoint;
import ai.rhesis.backend.integration.model.RequestHeaders;
import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model that is tried before it is stored, with the fields of a stored one.
record ConnectionRequest(
        @NotBlank @Size(max = 255) String provider,
        @NotBlank @Size(max = 255) String modelName,

        @Pattern(regexp = "language|embedding", message = "must be language or embedding")
        String modelType,

        @ModelEndpoint @Nullable String endpoint,

        @JsonAlias("api_key") @Size(max = 8192) @Nullable String key,

        @Nullable Map<@NotBlank String, @NotNull String> requestHeaders,
        @Positive @Nullable Integer dimension) {

    private static final UUID NOT_STORED = new UUID(0, 0);

    ConnectionRequest {
        modelType = Objects.requireNonNullElse(modelType, "language");
        key = key == null || key.isBlank() ? RequestHeaders.keyIn(requestHeaders) : key.strip();
        requestHeaders = RequestHeaders.withoutKey(requestHeaders);
        endpoint = endpoint == null || endpoint.isBlank() ? null : endpoint;
    }

    ModelSnapshot toModel() {
        Map<String, String> headers = Objects.requireNonNullElse(requestHeaders, Map.of());
        return new ModelSnapshot(NOT_STORED, modelName, provider, modelName, endpoint, headers, Map.of());
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ConnectionRequest[" + provider + "]";
    }
}
