package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.endpoint.transport.ClientCredentials;
import ai.rhesis.backend.integration.endpoint.transport.ClientTokens;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The credential of a call: the stored token of an endpoint, or one fetched with its client credentials.
@Component
class Credentials {

    private static final int UNAUTHORIZED = 401;

    private final ClientTokens tokens;

    Credentials(ClientTokens tokens) {
        this.tokens = tokens;
    }

    /// Calls with the credential, null for none. A token that was got and is refused was revoked: the call is made once
    /// more with a new one.
    Answer authorized(EndpointSnapshot endpoint, EndpointSecrets secrets, Function<@Nullable String, Answer> call) {
        if (!"client_credentials".equals(endpoint.authType())) {
            return call.apply(secrets.authToken());
        }
        ClientCredentials credentials = of(endpoint, secrets);
        try {
            return call.apply(tokens.get(credentials));
        } catch (CallException failure) {
            if (!Integer.valueOf(UNAUTHORIZED).equals(failure.status())) {
                throw failure;
            }
            tokens.forget(credentials);
            return call.apply(tokens.get(credentials));
        }
    }

    private static ClientCredentials of(EndpointSnapshot endpoint, EndpointSecrets secrets) {
        if (endpoint.tokenUrl() == null || endpoint.clientId() == null || secrets.clientSecret() == null) {
            throw CallException.configuration("client_secret", "token_url, client_id and client_secret are needed");
        }
        return new ClientCredentials(
                endpoint.tokenUrl(),
                endpoint.clientId(),
                secrets.clientSecret(),
                endpoint.scopes(),
                endpoint.audience(),
                endpoint.extraPayload());
    }
}
