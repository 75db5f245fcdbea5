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
        @Nullable String authToken)
        implements EndpointSettings {

    @Override
    public String connectionType() {
        return "REST";
    }

    @Override
    public String toString() {
        return "ProbedEndpoint[" + url + "]";
    }
}
