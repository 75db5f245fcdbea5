package ai.rhesis.backend.identity.login;

import jakarta.validation.constraints.NotBlank;

/// The ticket of a mail.
record TicketRequest(@NotBlank String token) {}
