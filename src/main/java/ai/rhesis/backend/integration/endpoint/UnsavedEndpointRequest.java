package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Question;
import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An endpoint that isn't stored, and a question to it, beside its fields or as `input_data`.
record UnsavedEndpointRequest(
        @NotNull @Pattern(regexp = EndpointRequest.TYPES, message = EndpointRequest.TYPES_MESSAGE)
        String connectionType,

        @Size(max = 2048) @Nullable String url,

        @Pattern(regexp = EndpointRequest.METHODS, message = EndpointRequest.METHODS_MESSAGE)
        String method,

        @Size(max = 2048) @Nullable String endpointPath,
        @Nullable Map<@NotBlank String, @NotNull String> requestHeaders,
        @Nullable Map<@NotBlank String, @NotNull String> queryParams,
        @Nullable Map<String, Object> requestMapping,
        @Nullable Map<String, Object> responseMapping,

        @Pattern(regexp = EndpointRequest.FORMATS, message = EndpointRequest.FORMATS_MESSAGE)
        String responseFormat,

        @Pattern(regexp = EndpointRequest.AUTHS, message = EndpointRequest.AUTHS_MESSAGE) @Nullable
        String authType,

        @Size(max = 8192) @Nullable String authToken,
        @Size(max = 1024) @Nullable String clientId,
        @Size(max = 8192) @Nullable String clientSecret,
        @Size(max = 2048) @Nullable String tokenUrl,
        @Nullable List<@NotBlank String> scopes,
        @Nullable String audience,
        @Nullable Map<@NotBlank String, @NotNull String> extraPayload,
        @Size(max = 1_000_000) @Nullable String input,
        @Valid @Nullable InvokeRequest inputData,

        @JsonAlias({"session_id", "thread_id", "chat_id"}) @Nullable
        String conversationId,

        @Nullable List<@NotNull Message> messages,
        @Nullable Map<String, Object> params)
        implements EndpointSettings {

    UnsavedEndpointRequest {
        connectionType = connectionType == null ? null : EndpointRequest.typeOf(connectionType);
        method = Objects.requireNonNullElse(method, "POST").toUpperCase(Locale.ROOT);
        responseFormat = Objects.requireNonNullElse(responseFormat, "json");
        authToken = EndpointRequest.secretOf(authToken);
        clientSecret = EndpointRequest.secretOf(clientSecret);
    }

    EndpointSecrets secrets() {
        return new EndpointSecrets(authToken, clientSecret);
    }

    /// Returns the question; null when there is none.
    @Nullable
    Question question() {
        if (inputData != null) {
            return inputData.toQuestion();
        }
        return input == null ? null : new InvokeRequest(input, conversationId, messages, params, null).toQuestion();
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "UnsavedEndpointRequest[" + connectionType + "]";
    }
}
