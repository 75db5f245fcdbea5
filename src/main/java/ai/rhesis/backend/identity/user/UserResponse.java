package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.security.Role;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user as a client reads it; the code only in the answer to the invitation.
record UserResponse(
        Identity identity,
        String email,
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String picture,
        Role role,
        boolean isActive,
        boolean isSuperuser,
        boolean isEmailVerified,
        @Nullable Instant lastLoginAt,
        @Nullable Instant joinedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String invitationCode)
        implements Identified {

    static UserResponse of(User user) {
        return of(user, null);
    }

    static UserResponse of(Invited invited) {
        return of(invited.user(), invited.code().text());
    }

    private static UserResponse of(User user, @Nullable String invitationCode) {
        return new UserResponse(
                identity(user),
                user.getEmail(),
                user.getName(),
                user.getGivenName(),
                user.getFamilyName(),
                user.getPicture(),
                user.getRole(),
                user.isActive(),
                false,
                user.isEmailVerified(),
                user.getLastLoginAt(),
                user.getJoinedAt(),
                invitationCode);
    }

    private static Identity identity(User user) {
        return new Identity(
                user.getId(),
                user.getNanoId(),
                user.getCreatedAt(),
                user.getUpdatedAt(),
                user.getOrganizationId(),
                user.getId(),
                user.getVersion());
    }
}
