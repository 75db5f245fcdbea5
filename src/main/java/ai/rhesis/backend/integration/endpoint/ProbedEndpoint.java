package ai.rhesis.backend.integration.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An endpoint that is not stored and is to be tried once.
public record ProbedEndpoint(
        String url,
        String method,
        Map<String, String> requestHeaders,
        Map<String, Object> requestMapping,
        Map<String, Object> responseMapping,
        @Nullable String authToken) {

    EndpointRequest toRequest() {
        return new UnsavedEndpointRequest(
                        "REST",
                        url,
                        method,
                        null,
                        requestHeaders,
                        null,
                        requestMapping,
                        responseMapping,
                        null,
                        null,
                        authToken,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .endpoint();
    }

    @Override
    public String toString() {
        return "ProbedEndpoint[" + url + "]";
    }
}
