package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Question;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Mappings that are tried with a stored endpoint before they are saved.
record MappingTrialRequest(
        @NotNull Map<String, Object> requestMapping,
        @NotNull Map<String, Object> responseMapping,
        @NotNull @Valid InvokeRequest inputData,

        @Pattern(regexp = EndpointRequest.FORMATS, message = EndpointRequest.FORMATS_MESSAGE) @Nullable
        String responseFormat) {

    EndpointSnapshot on(EndpointSnapshot endpoint) {
        return endpoint.with(requestMapping, responseMapping, responseFormat);
    }

    Question question() {
        return inputData.toQuestion();
    }
}
