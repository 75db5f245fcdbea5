package ai.rhesis.backend.platform.security;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The holder of a session as clients show them; no right depends on it.
public record SessionUser(
        UUID id,
        String email,
        @Nullable String name,
        @Nullable String picture,
        @Nullable UUID organizationId,
        boolean isEmailVerified) {

    Map<String, @Nullable Object> claims() {
        Map<String, @Nullable Object> claims = new HashMap<>();
        claims.put("id", id.toString());
        claims.put("email", email);
        claims.put("name", name);
        claims.put("picture", picture);
        claims.put("organization_id", organizationId == null ? null : organizationId.toString());
        claims.put("is_email_verified", isEmailVerified);
        return claims;
    }
}
