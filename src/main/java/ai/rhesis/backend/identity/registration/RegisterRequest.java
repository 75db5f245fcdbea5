package ai.rhesis.backend.identity.registration;

import ai.rhesis.backend.identity.account.Password;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The person who wants an account, and the code of their invitation, if any.
record RegisterRequest(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Password String password,
        @Size(max = 255) @Nullable String name,
        @Nullable String invitationCode) {}
