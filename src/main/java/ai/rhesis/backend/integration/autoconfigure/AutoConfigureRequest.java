package ai.rhesis.backend.integration.autoconfigure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The material about an endpoint: a curl command, code or documentation, and perhaps its address and
/// credential.
///
/// @param probe whether the endpoint is tried with what was found
record AutoConfigureRequest(
        @NotBlank @Size(max = 100_000) String inputText,

        @Pattern(regexp = "(?i)https?://.+", message = "must be an http or https URL") @Size(max = 2048) @Nullable
        String url,

        @Size(max = 8192) @Nullable String authToken,

        @Pattern(regexp = "GET|POST|PUT|PATCH|DELETE", message = "must be GET, POST, PUT, PATCH or DELETE") @Nullable
        String method,

        Boolean probe) {

    AutoConfigureRequest {
        url = url == null || url.isBlank() ? null : url.strip();
        authToken = authToken == null || authToken.isBlank() ? null : authToken.strip();
        method = method == null || method.isBlank() ? null : method.toUpperCase(Locale.ROOT);
        probe = Objects.requireNonNullElse(probe, true);
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "AutoConfigureRequest[" + url + "]";
    }
}
