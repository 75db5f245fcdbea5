package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.SecretName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headers that a model is called with, which everyone reads: a key among them is taken out.
public final class RequestHeaders {

    private static final String BEARER = "Bearer ";

    private RequestHeaders() {}

    /// Returns the key that the headers hold as a bearer token; null when they hold none.
    public static @Nullable String keyIn(@Nullable Map<String, String> headers) {
        return headers == null
                ? null
                : headers.entrySet().stream()
                        .filter(RequestHeaders::isBearer)
                        .map(header -> header.getValue()
                                .strip()
                                .substring(BEARER.length())
                                .strip())
                        .findFirst()
                        .orElse(null);
    }

    /// Returns the headers without the key that they hold.
    public static @Nullable Map<String, String> withoutKey(@Nullable Map<String, String> headers) {
        if (keyIn(headers) == null) {
            return headers;
        }
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.entrySet().removeIf(RequestHeaders::isBearer);
        return others;
    }

    private static boolean isBearer(Map.Entry<String, String> header) {
        return header.getKey().strip().equalsIgnoreCase("Authorization")
                && header.getValue() != null
                && header.getValue().strip().regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /// Refuses headers that hold a secret.
    ///
    /// @throws ProblemException 422 when one of them would hold a secret
    public static void requireNoSecret(@Nullable Map<String, String> headers) {
        boolean secret = headers != null && headers.keySet().stream().anyMatch(SecretName::matches);
        if (secret) {
            throw Problem.invalid("request_headers", "must hold no secret, they are shown to readers: give it as key")
                    .exception();
        }
    }
}
