package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.SecretName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headers that a model is called with, which everyone reads.
public final class RequestHeaders {

    private RequestHeaders() {}

    /// @throws ProblemException 422 when one of them would hold a secret
    public static void requireNoSecret(@Nullable Map<String, String> headers) {
        boolean secret = headers != null && headers.keySet().stream().anyMatch(SecretName::matches);
        if (secret) {
            throw Problem.invalid("request_headers", "must hold no secret, they are shown to readers: give it as key")
                    .exception();
        }
    }
}
