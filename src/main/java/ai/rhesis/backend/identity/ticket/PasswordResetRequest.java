package ai.rhesis.backend.identity.ticket;

import ai.rhesis.backend.identity.account.Password;
import jakarta.validation.constraints.NotBlank;

/// The ticket of a mail, and the password that its holder wants from now on.
record PasswordResetRequest(
        @NotBlank String token, @NotBlank @Password String newPassword) {}
