package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import org.jspecify.annotations.Nullable;

/// The credential that a bearer token is: an API token, or the session that an access token was issued in.
///
/// @param apiToken null when it is none
/// @param session null when there is none
public record Bearer(
        @Nullable OrganizationSecret apiToken, @Nullable Session session) {

    // It holds a secret.
    @Override
    public String toString() {
        return "Bearer";
    }
}
