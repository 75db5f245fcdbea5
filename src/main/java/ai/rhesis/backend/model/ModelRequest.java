package ai.rhesis.backend.model;

import ai.rhesis.backend.egress.Origin;
import ai.rhesis.backend.problem.Problem;
import ai.rhesis.backend.secrets.SecretName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model as a client writes it. `provider`, a name, goes before `provider_type_id`; an empty key is none.
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

        @Pattern(regexp = Origin.HTTP, message = "must be an http or https URL without a user name")
        @Size(max = 2048)
        @Nullable
        String endpoint,

        @Size(max = 8192) @Nullable String key,
        @Nullable Map<@NotBlank String, @NotNull String> requestHeaders,
        @Positive @Nullable Integer dimension) {

    ModelRequest {
        modelType = Objects.requireNonNullElse(modelType, "language");
        key = key == null || key.isBlank() ? null : key;
    }

    /// The model as it is. Its key is no part of it: what isn't mentioned stays.
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
                model.getDimension());
    }

    /// Refuses headers that would put a secret where everyone reads it.
    void requireNoSecretHeader() {
        boolean secret =
                requestHeaders != null && requestHeaders.keySet().stream().anyMatch(SecretName::matches);
        if (secret) {
            throw Problem.invalid("request_headers", "must hold no secret, they are shown to readers: give it as key")
                    .exception();
        }
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ModelRequest[" + name + "]";
    }
}
