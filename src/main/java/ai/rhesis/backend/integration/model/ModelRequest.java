package ai.rhesis.backend.integration.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model as a client writes it. `provider`, a name, goes before `provider_type_id`; an empty key or endpoint is none,
/// and a bearer token among the headers is the key.
record ModelRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        @Size(max = 255) @Nullable String provider,
        @Nullable UUID providerTypeId,
        @NotBlank @Size(max = 255) String modelName,
        @Nullable String version,
        @Nullable String icon,

        @Pattern(regexp = "language|embedding", message = "must be language or embedding")
        String modelType,

        @ModelEndpoint @Nullable String endpoint,

        @Size(max = 8192) @Nullable String key,
        @Nullable Map<@NotBlank String, @NotNull String> requestHeaders,
        @Positive @Nullable Integer dimension,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable UUID assigneeId) {

    ModelRequest {
        modelType = Objects.requireNonNullElse(modelType, "language");
        key = key == null || key.isBlank() ? RequestHeaders.keyIn(requestHeaders) : key.strip();
        requestHeaders = RequestHeaders.withoutKey(requestHeaders);
        endpoint = endpoint == null || endpoint.isBlank() ? null : endpoint;
    }

    /// Returns the model as it is. Its key is no part of it: what isn't mentioned stays.
    static ModelRequest of(Model model) {
        return new ModelRequest(
                model.getId(),
                model.getName(),
                model.getDescription(),
                null,
                model.getProviderTypeId(),
                model.getModelName(),
                model.getModelVersion(),
                model.getIcon(),
                model.getModelType(),
                model.getEndpoint(),
                null,
                model.getRequestHeaders(),
                model.getDimension(),
                model.getStatusId(),
                model.getOwnerId(),
                model.getAssigneeId());
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ModelRequest[" + name + "]";
    }
}
