package ai.rhesis.backend.identity.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user who has left, as the client reads it: the login that goes on, without an organization.
record LeaverResponse(
        UUID id,
        String email,
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String picture,
        @Nullable UUID organizationId,
        boolean isActive,
        boolean isEmailVerified) {

    static LeaverResponse of(User user) {
        return new LeaverResponse(
                user.getId(),
                user.getEmail(),
                user.getName(),
                user.getGivenName(),
                user.getFamilyName(),
                user.getPicture(),
                null,
                true,
                user.isEmailVerified());
    }
}
