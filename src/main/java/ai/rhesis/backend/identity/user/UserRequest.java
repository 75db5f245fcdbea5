package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.security.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A user as a client writes it.
record UserRequest(
        @NotBlank @Email @Size(min = 3, max = 254) String email,
        @Size(max = 255) @Nullable String name,
        @Size(max = 255) @Nullable String givenName,
        @Size(max = 255) @Nullable String familyName,
        @Size(max = 2048) @Nullable String picture,
        @Nullable Boolean isActive,
        @Nullable Role role,
        @Nullable Boolean sendInvite) {

    static UserRequest of(User user) {
        return new UserRequest(
                user.getEmail(),
                user.getName(),
                user.getGivenName(),
                user.getFamilyName(),
                user.getPicture(),
                user.isActive(),
                user.getRole(),
                null);
    }

    /// Tells whether this would change what only owners decide.
    boolean changesStanding(User user) {
        return (isActive != null && isActive != user.isActive()) || (role != null && role != user.getRole());
    }
}
