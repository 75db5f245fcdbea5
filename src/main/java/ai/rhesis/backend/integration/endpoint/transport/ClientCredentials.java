package ai.rhesis.backend.integration.endpoint.transport;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The credentials of OAuth's client credentials grant.
///
/// @param extra further parameters of the request
public record ClientCredentials(
        String tokenUrl,
        String clientId,
        String clientSecret,
        @Nullable String scope,
        @Nullable String audience,
        Map<String, String> extra) {

    @Override
    public String toString() {
        return "ClientCredentials[" + tokenUrl + "]";
    }
}
