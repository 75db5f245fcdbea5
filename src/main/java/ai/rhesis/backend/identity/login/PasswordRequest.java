package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.identity.account.Password;
import jakarta.validation.constraints.NotBlank;

/// The password that somebody has, and the one that they want instead.
record PasswordRequest(
        @NotBlank String currentPassword,
        @NotBlank @Password String newPassword) {}
