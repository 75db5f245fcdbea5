package ai.rhesis.backend.identity.ticket;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// The address that wants a mail.
record EmailRequest(@NotBlank @Email @Size(max = 254) String email) {}
