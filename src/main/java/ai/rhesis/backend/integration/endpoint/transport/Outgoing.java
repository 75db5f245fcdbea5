package ai.rhesis.backend.integration.endpoint.transport;

import ai.rhesis.backend.platform.egress.Redaction;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// A request as it goes out, rendered and with its credentials.
///
/// @param body with `contentType`; null for none
public record Outgoing(
        String method,
        HttpUrl url,
        Map<String, String> headers,
        @Nullable String body,
        String contentType,
        Redaction redaction) {

    // Headers hold credentials.
    @Override
    public String toString() {
        return "Outgoing[" + method + " " + url.host() + "]";
    }
}
